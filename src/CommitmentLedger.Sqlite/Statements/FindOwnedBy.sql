-- ?1 tenant, ?2 due, ?3 stream and ?4 commitment after which to begin, ?5 the most rows, ?6 the team.
SELECT s.stream, s.stream_id, s.wrapped_key, c.is_open, c.commitment, c.due, c.owner, c.lookups, c.state
  FROM ledger_commitments c CROSS JOIN ledger_streams s ON s.number = c.stream_number
 WHERE c.is_open = 1 AND c.tenant = ?1 AND c.owner = ?6 AND (c.due, c.stream, c.commitment) > (?2, ?3, ?4)
 ORDER BY c.due, c.stream, c.commitment
 LIMIT ?5
