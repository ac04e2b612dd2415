-- One document a call.
-- ?1 stream number, ?2 stream, ?3 tenant, ?4 commitment, ?5 is open, ?6 due, ?7 owner, ?8 lookups, ?9 state.
INSERT INTO ledger_commitments (stream_number, stream, tenant, commitment, is_open, due, owner, lookups, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
