-- ?1 number, ?2 version, ?3 head, ?4 record.
UPDATE ledger_streams SET version = ?2, head = ?3, record = ?4 WHERE number = ?1
