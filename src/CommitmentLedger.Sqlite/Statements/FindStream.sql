-- ?1 stream.
SELECT version, number FROM ledger_streams WHERE stream = ?1
