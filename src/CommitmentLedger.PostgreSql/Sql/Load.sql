-- One statement, hence one point in time. Part 0 is the head, part 1 a commitment, part 2 the command.
SELECT 0 AS part, h.version, NULL::bigint AS last, h.hash, h.record AS content, NULL::uuid AS commitment, h.tenant,
       NULL::boolean AS is_open, NULL::text AS owner, NULL::uuid[] AS lookups
FROM {schema}.head h
WHERE h.stream = $1
UNION ALL
SELECT 1, NULL, c.due, NULL, c.state, c.commitment, c.tenant, c.is_open, c.owner, c.lookups
FROM {schema}.commitment c
WHERE c.stream = $1 AND c.is_open
UNION ALL
SELECT 1, NULL, c.due, NULL, c.state, c.commitment, c.tenant, c.is_open, c.owner, c.lookups
FROM {schema}.commitment c
WHERE c.stream = $1 AND c.commitment = ANY ($2) AND NOT c.is_open
UNION ALL
SELECT 2, e.version, e.command_last, e.content_hash, NULL, NULL, NULL, NULL, NULL, NULL
FROM {schema}.entry e
WHERE e.stream = $1 AND e.command = $3 AND e.content_hash IS NOT NULL
