-- What an append is judged by: the stream's number, version and head, and what its command wrote before, a row each, where there is one.
-- ?1 stream, ?2 command.
SELECT 0, number, version, head
  FROM ledger_streams
 WHERE stream = ?1
UNION ALL
SELECT 1, content_hash, first_version, last_version
  FROM ledger_commands
 WHERE stream_number = (SELECT number FROM ledger_streams WHERE stream = ?1) AND command = ?2
