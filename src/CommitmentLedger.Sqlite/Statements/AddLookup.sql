-- ?1 tenant, ?2 lookup, ?3 due, ?4 stream, ?5 commitment, ?6 number of the commitment.
INSERT INTO ledger_lookups (tenant, lookup, due, stream, commitment, commitment_number) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
