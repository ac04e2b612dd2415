-- The columns of one commitment that indexes rest on, and its number.
-- ?1 stream number, ?2 commitment.
SELECT number, is_open, due, owner, lookups
  FROM ledger_commitments
 WHERE stream_number = ?1 AND is_open IN (0, 1) AND commitment = ?2
