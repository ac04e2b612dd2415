-- ?1 stream.
DELETE FROM ledger_commitments WHERE stream = ?1
