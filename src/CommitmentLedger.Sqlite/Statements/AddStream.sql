-- ?1 stream, ?2 stream id, ?3 wrapped key, ?4 tenant, ?5 version, ?6 head, ?7 record.
INSERT INTO ledger_streams (stream, stream_id, wrapped_key, tenant, version, head, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
