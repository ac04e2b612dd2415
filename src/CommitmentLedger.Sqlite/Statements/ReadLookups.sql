-- What has to go from the lookups when the documents of a stream are replaced.
-- ?1 stream number.
SELECT number, lookups FROM ledger_commitments WHERE stream_number = ?1
