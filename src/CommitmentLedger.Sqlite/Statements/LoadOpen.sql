-- What Load gives when no command and no closed commitment is asked for: what every briefing reads.
-- ?1 stream.
SELECT 0, tenant, version, head, record, stream_id, wrapped_key
  FROM ledger_streams
 WHERE stream = ?1
UNION ALL
SELECT 2, commitment, due, owner, lookups, state, NULL
  FROM ledger_commitments
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND is_open = 1
