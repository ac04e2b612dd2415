-- ?1 stream number.
DELETE FROM ledger_commitments WHERE stream_number = ?1
