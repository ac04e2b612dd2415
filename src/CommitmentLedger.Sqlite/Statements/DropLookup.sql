-- ?1 tenant, ?2 lookup, ?3 due, ?4 stream, ?5 commitment.
DELETE FROM ledger_lookups
 WHERE tenant = ?1 AND lookup = ?2 AND due = ?3 AND stream = ?4 AND commitment = ?5
