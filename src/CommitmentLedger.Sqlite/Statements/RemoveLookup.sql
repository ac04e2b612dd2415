-- ?1 lookup, ?2 number of the commitment.
DELETE FROM ledger_lookups WHERE lookup = ?1 AND commitment_number = ?2
