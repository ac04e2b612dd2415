-- Whether the schema is there and which, whether the feed would see what is written next, and who answers.
SELECT l.schema_version,
       pg_snapshot_xmax(pg_current_snapshot())::text::bigint + l.feed_offset
           > coalesce((SELECT e.feed_tx FROM {schema}.entry e ORDER BY e.feed_tx DESC LIMIT 1), 0) AS is_feed_ahead,
       pg_backend_pid() AS backend
FROM {schema}.ledger l
