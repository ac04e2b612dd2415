-- A stream in one statement, which is one point in time: its row (0), the command looked for (1), its open commitments (2) and the
-- closed ones asked for (3). What is the same in all rows is not repeated: every column read costs time.
-- ?1 stream, ?2 command or null, ?3 the ids of closed commitments as a JSON array of hexadecimal text.
SELECT 0, tenant, version, head, record, stream_id, wrapped_key
  FROM ledger_streams
 WHERE stream = ?1
UNION ALL
SELECT 1, content_hash, first_version, last_version, NULL, NULL, NULL
  FROM ledger_commands
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND command = ?2
UNION ALL
SELECT 2, commitment, due, owner, lookups, state, NULL
  FROM ledger_commitments
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND is_open = 1
UNION ALL
SELECT 3, commitment, due, owner, lookups, state, NULL
  FROM ledger_commitments
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1)
   AND is_open = 0 AND commitment IN (SELECT unhex(value) FROM json_each(?3))
