-- What a briefing needs, in one statement, hence at one point in time. Part 0 is the head, part 1 a commitment.
SELECT 0 AS part, h.version, NULL::bigint AS last, h.hash, h.record AS content, NULL::uuid AS commitment, h.tenant,
       NULL::boolean AS is_open, NULL::text AS owner, NULL::uuid[] AS lookups
FROM {schema}.head h
WHERE h.stream = $1
UNION ALL
SELECT 1, NULL, c.due, NULL, c.state, c.commitment, c.tenant, c.is_open, c.owner, c.lookups
FROM {schema}.commitment c
WHERE c.stream = $1 AND c.is_open
