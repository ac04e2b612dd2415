-- ?1 stream.
SELECT version FROM ledger_streams WHERE stream = ?1
