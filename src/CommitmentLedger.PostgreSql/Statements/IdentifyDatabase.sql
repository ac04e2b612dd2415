-- The same text on every connection to this database of this server, by whatever name it was reached, and another anywhere else.
SELECT format('%s %s', extract(epoch FROM pg_postmaster_start_time()), d.oid)
FROM pg_database d
WHERE d.datname = current_database()
