-- The columns of one commitment that indexes rest on, and its number.
-- ?1 stream number, ?2 commitment.
SELECT number, tenant, is_open, due, owner, lookups
  FROM ledger_commitments
 WHERE stream_number = ?1 AND commitment = ?2
