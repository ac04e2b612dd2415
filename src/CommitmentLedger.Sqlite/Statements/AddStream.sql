-- ?1 stream, ?2 tenant, ?3 version, ?4 head, ?5 record.
INSERT INTO ledger_streams (stream, tenant, version, head, record) VALUES (?1, ?2, ?3, ?4, ?5)
