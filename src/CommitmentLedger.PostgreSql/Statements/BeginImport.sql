-- The feed_tx of everything that this transaction writes to streams that did not exist.
SELECT pg_current_xact_id()::text::bigint + l.feed_offset
FROM {schema}.ledger l
