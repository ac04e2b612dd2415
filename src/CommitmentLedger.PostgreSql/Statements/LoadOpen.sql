-- What a briefing needs, in one statement, hence at one point in time. The columns are those of Load.
SELECT 0 AS part, 1::bigint AS place, h.version, h.hash, h.tenant, h.stream_id AS id, NULL::boolean AS is_open, NULL::bigint AS due,
       NULL::text AS owner, NULL::uuid[] AS lookups, h.record AS content, h.wrapped_key
FROM {schema}.head h
WHERE h.stream = $1
UNION ALL
SELECT 1, 1, NULL, NULL, c.tenant, c.commitment, c.is_open, c.due, c.owner, c.lookups, c.state, NULL
FROM {schema}.commitment c
WHERE c.stream = $1 AND c.is_open
