-- Any number of streams by one statement, hence each at one point in time. Part 0 is a head, part 1 a commitment, part 2 a command;
-- place says whose, counted from 1, and a command has its last version where a commitment has its due time. What is read for a place is fenced off by OFFSET 0: it is looked up by its key, whatever the
-- tables held when the plan was made.
SELECT 0 AS part, u.place, h.version, h.hash, h.tenant, h.stream_id AS id, NULL::boolean AS is_open, NULL::bigint AS due,
       NULL::text AS owner, NULL::uuid[] AS lookups, h.record AS content, h.wrapped_key
FROM unnest($1) WITH ORDINALITY AS u (stream, place)
CROSS JOIN LATERAL (SELECT * FROM {schema}.head WHERE stream = u.stream OFFSET 0) AS h
UNION ALL
SELECT 1, u.place, NULL, NULL, c.tenant, c.commitment, c.is_open, c.due, c.owner, c.lookups, c.state, NULL
FROM unnest($1) WITH ORDINALITY AS u (stream, place)
CROSS JOIN LATERAL (SELECT * FROM {schema}.commitment WHERE stream = u.stream AND is_open OFFSET 0) AS c
UNION ALL
SELECT 1, u.place, NULL, NULL, c.tenant, c.commitment, c.is_open, c.due, c.owner, c.lookups, c.state, NULL
FROM unnest($3, $4, $5) AS u (place, stream, commitment)
CROSS JOIN LATERAL (SELECT * FROM {schema}.commitment WHERE stream = u.stream AND commitment = u.commitment AND NOT is_open OFFSET 0) AS c
UNION ALL
SELECT 2, u.place, e.version, e.content_hash, NULL, NULL, NULL, e.command_last, NULL, NULL, NULL, NULL
FROM unnest($1, $2) WITH ORDINALITY AS u (stream, command, place)
CROSS JOIN LATERAL (SELECT * FROM {schema}.entry WHERE stream = u.stream AND command = u.command AND content_hash IS NOT NULL OFFSET 0) AS e
