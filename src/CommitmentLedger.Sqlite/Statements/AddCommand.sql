-- ?1 stream number, ?2 command, ?3 content hash, ?4 first version, ?5 last version.
INSERT INTO ledger_commands (stream_number, command, content_hash, first_version, last_version)
VALUES (?1, ?2, ?3, ?4, ?5)
