-- The position is given by SQLite: one more than the highest.
-- ?1 stream number, ?2 version, ?3 commitment, ?4 type, ?5 schema version, ?6 occurred at, ?7 recorded at, ?8 team, ?9 command,
-- ?10 body, ?11 body hash, ?12 head after it.
INSERT INTO ledger_entries
  (stream_number, version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, head)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
