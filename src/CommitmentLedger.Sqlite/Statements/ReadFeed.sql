-- ?1 the position after which to begin, ?2 the position at which to end, ?3 the most rows.
SELECT e.position, s.tenant, s.stream, s.stream_id, s.wrapped_key,
       e.version, e.commitment, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.team, e.command, e.body, e.body_hash, e.head
  FROM ledger_entries e CROSS JOIN ledger_streams s ON s.number = e.stream_number
 WHERE e.position > ?1 AND e.position <= ?2
 ORDER BY e.position
 LIMIT ?3
