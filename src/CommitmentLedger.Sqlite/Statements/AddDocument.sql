-- ?1 stream, ?2 tenant, ?3 commitment, ?4 is open, ?5 due, ?6 owner, ?7 lookups, ?8 state.
INSERT INTO ledger_commitments (stream, tenant, commitment, is_open, due, owner, lookups, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
