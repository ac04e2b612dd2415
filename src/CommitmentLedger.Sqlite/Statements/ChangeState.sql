-- Most changes leave alone what indexes rest on; then no index is written.
-- ?1 number, ?2 state.
UPDATE ledger_commitments SET state = ?2 WHERE number = ?1
