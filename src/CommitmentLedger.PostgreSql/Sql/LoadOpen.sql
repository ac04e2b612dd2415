-- What a briefing needs, in one statement, hence at one point in time. The columns are those of Load.
SELECT 0 AS part, 1::bigint AS place, h.version, NULL::bigint AS last, h.hash, h.record AS content, NULL::uuid AS commitment, h.tenant,
       NULL::boolean AS is_open, NULL::text AS owner, NULL::uuid[] AS lookups
FROM {schema}.head h
WHERE h.stream = $1
UNION ALL
SELECT 1, 1, NULL, c.due, NULL, c.state, c.commitment, c.tenant, c.is_open, c.owner, c.lookups
FROM {schema}.commitment c
WHERE c.stream = $1 AND c.is_open
