-- Whether the schema is there and which, and whether the feed would see what is written next.
SELECT l.schema_version,
       pg_snapshot_xmax(pg_current_snapshot())::text::bigint + l.feed_offset
           > coalesce((SELECT e.feed_tx FROM {schema}.entry e ORDER BY e.feed_tx DESC LIMIT 1), 0) AS is_feed_ahead
FROM {schema}.ledger l
