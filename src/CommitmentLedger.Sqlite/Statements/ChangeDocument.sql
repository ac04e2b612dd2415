-- ?1 number, ?2 is open, ?3 due, ?4 owner, ?5 lookups, ?6 state.
UPDATE ledger_commitments
   SET is_open = ?2, due = ?3, owner = ?4, lookups = ?5, state = ?6
 WHERE number = ?1
