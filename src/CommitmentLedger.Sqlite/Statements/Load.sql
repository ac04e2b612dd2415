-- A stream in one statement, which is one point in time: its row, the command looked for, and its commitments.
-- ?1 stream, ?2 command or null, ?3 the ids of closed commitments as a JSON array of hexadecimal text.
SELECT 0, version, head, record, NULL, NULL, NULL, NULL
  FROM ledger_streams
 WHERE stream = ?1
UNION ALL
SELECT 1, content_hash, first_version, last_version, NULL, NULL, NULL, NULL
  FROM ledger_commands
 WHERE stream = ?1 AND command = ?2
UNION ALL
SELECT 2, tenant, commitment, is_open, due, owner, lookups, state
  FROM ledger_commitments
 WHERE stream = ?1 AND is_open = 1
UNION ALL
SELECT 2, tenant, commitment, is_open, due, owner, lookups, state
  FROM ledger_commitments
 WHERE stream = ?1 AND commitment IN (SELECT unhex(value) FROM json_each(?3)) AND is_open = 0
