-- ?1 stream, ?2 record.
UPDATE ledger_streams SET record = ?2 WHERE stream = ?1
