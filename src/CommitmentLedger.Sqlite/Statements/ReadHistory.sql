-- ?1 stream, ?2 the version after which to begin, ?3 the most rows.
SELECT version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, head
  FROM ledger_entries
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND version > ?2
 ORDER BY version
 LIMIT ?3
