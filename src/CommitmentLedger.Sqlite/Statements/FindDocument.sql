-- The columns of one commitment that indexes rest on, and where it is.
-- ?1 stream, ?2 commitment.
SELECT rowid, tenant, is_open, due, owner, lookups
  FROM ledger_commitments
 WHERE stream = ?1 AND commitment = ?2
