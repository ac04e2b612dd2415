-- The position is given by SQLite: one more than the highest.
-- ?1 tenant, ?2 stream, ?3 version, ?4 commitment, ?5 type, ?6 schema version, ?7 occurred at, ?8 recorded at, ?9 team,
-- ?10 command, ?11 body, ?12 body hash, ?13 key id.
INSERT INTO ledger_entries
  (tenant, stream, version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, key_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
