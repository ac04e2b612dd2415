-- What Load gives when no command and no closed commitment is asked for: what every briefing reads.
-- ?1 stream.
SELECT 0, version, head, record, NULL, NULL, NULL, NULL
  FROM ledger_streams
 WHERE stream = ?1
UNION ALL
SELECT 2, tenant, commitment, is_open, due, owner, lookups, state
  FROM ledger_commitments
 WHERE stream = ?1 AND is_open = 1
