-- ?1 stream, ?2 tenant, ?3 version, ?4 head, ?5 record.
INSERT INTO ledger_streams (stream, tenant, version, head, record)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (stream) DO UPDATE SET version = ?3, head = ?4, record = ?5
