SELECT c.stream, c.tenant, c.commitment, c.is_open, c.due, c.owner, c.lookups, c.state, h.stream_id, h.wrapped_key
FROM {schema}.commitment c
CROSS JOIN LATERAL (SELECT stream_id, wrapped_key FROM {schema}.head WHERE stream = c.stream OFFSET 0) AS h
WHERE c.lookups @> ARRAY[$6]::uuid[] AND c.tenant = $1 AND (c.due, c.stream, c.commitment) > ($2, $3, $4)
ORDER BY c.due, c.stream, c.commitment
LIMIT $5
