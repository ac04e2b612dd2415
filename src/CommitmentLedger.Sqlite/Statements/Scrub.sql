-- ?1 stream, ?2 version.
UPDATE ledger_entries SET body = x'' WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND version = ?2 AND length(body) > 0
