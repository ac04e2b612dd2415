-- Nothing is given after an entry that is not there: the cursor is from another state of the database.
-- Below the oldest transaction that still runs, nothing can appear any more: whatever stands there is final and in order.
SELECT e.version, e.commitment, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.team, e.command, e.body, e.body_hash, e.head,
       e.tenant, e.stream, e.feed_tx, h.stream_id, h.wrapped_key
FROM {schema}.entry e
CROSS JOIN LATERAL (SELECT stream_id, wrapped_key FROM {schema}.head WHERE stream = e.stream OFFSET 0) AS h
WHERE (e.feed_tx, e.stream, e.version) > ($1, $2, $3)
  AND ($3 = 0 OR EXISTS (SELECT FROM {schema}.entry k WHERE k.stream = $2 AND k.version = $3 AND k.feed_tx = $1))
  AND e.feed_tx < (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + l.feed_offset FROM {schema}.ledger l)
ORDER BY e.feed_tx, e.stream, e.version
LIMIT $4
