-- ?1 lookup, ?2 number of the commitment.
INSERT INTO ledger_lookups (lookup, commitment_number) VALUES (?1, ?2)
