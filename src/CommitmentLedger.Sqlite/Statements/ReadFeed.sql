-- ?1 the position after which to begin, ?2 the position at which to end, ?3 the most rows.
SELECT position, tenant, stream,
       version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, key_id
  FROM ledger_entries
 WHERE position > ?1 AND position <= ?2
 ORDER BY position
 LIMIT ?3
