-- ?1 stream number, ?2 record.
UPDATE ledger_streams SET record = ?2 WHERE number = ?1
