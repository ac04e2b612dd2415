-- What Load gives when at most one closed commitment is asked for: what nearly every command reads.
-- ?1 stream, ?2 command or null, ?3 the id of the closed commitment or null.
SELECT 0, tenant, version, head, record, NULL
  FROM ledger_streams
 WHERE stream = ?1
UNION ALL
SELECT 1, content_hash, first_version, last_version, NULL, NULL
  FROM ledger_commands
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND command = ?2
UNION ALL
SELECT 2, commitment, due, owner, lookups, state
  FROM ledger_commitments
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND is_open = 1
UNION ALL
SELECT 3, commitment, due, owner, lookups, state
  FROM ledger_commitments
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1)
   AND is_open = 0 AND commitment = ?3
