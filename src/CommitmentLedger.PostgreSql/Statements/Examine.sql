-- One row: what the server is set to, what is missing of the schema, and how far the feed is held back.
SELECT current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS synchronous_commit,
       current_setting('full_page_writes') AS full_page_writes,
       current_setting('autovacuum') AS autovacuum,
       current_setting('data_checksums') AS data_checksums,
       pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS is_read_only,
       pg_backend_pid() AS backend,
       missing.keys AS missing_keys,
       missing.indexes AS missing_indexes,
       (SELECT extract(epoch FROM max(clock_timestamp() - held.since))::float8
        FROM (SELECT a.xact_start AS since FROM pg_stat_activity a WHERE a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()
              UNION ALL
              SELECT p.prepared FROM pg_prepared_xacts p) AS held) AS horizon_age
FROM (SELECT string_agg(wanted.name, ', ' ORDER BY wanted.name) FILTER (WHERE wanted.is_unique) AS keys,
             string_agg(wanted.name, ', ' ORDER BY wanted.name) FILTER (WHERE NOT wanted.is_unique) AS indexes
      FROM (SELECT unnest(ARRAY ['head_pkey', 'entry_pkey', 'entry_command', 'commitment_pkey']), true
            UNION ALL
            SELECT unnest(ARRAY ['entry_feed', 'commitment_open', 'commitment_due', 'commitment_owner', 'commitment_lookup']), false) AS wanted (name, is_unique)
      WHERE NOT EXISTS (SELECT FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = $1 AND c.relname = wanted.name AND i.indisvalid AND i.indisready
                          AND (i.indisunique OR NOT wanted.is_unique))) AS missing
