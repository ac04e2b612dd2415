-- ?1 tenant, ?2 due, ?3 stream and ?4 commitment after which to begin, ?5 the most rows, ?6 the team.
SELECT stream, is_open, commitment, due, owner, lookups, state
  FROM ledger_commitments
 WHERE is_open = 1 AND tenant = ?1 AND owner = ?6 AND (due, stream, commitment) > (?2, ?3, ?4)
 ORDER BY due, stream, commitment
 LIMIT ?5
