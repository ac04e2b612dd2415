-- Where the feed ends now, and the command that wrote the entry at the place from which to go on.
-- ?1 position.
SELECT (SELECT max(position) FROM ledger_entries),
       (SELECT command FROM ledger_entries WHERE position = ?1)
