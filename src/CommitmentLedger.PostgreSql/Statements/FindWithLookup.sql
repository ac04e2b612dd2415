SELECT c.stream, c.tenant, c.commitment, c.is_open, c.due, c.owner, c.lookups, c.state
FROM {schema}.commitment c
WHERE c.lookups @> ARRAY[$6]::uuid[] AND c.tenant = $1 AND (c.due, c.stream, c.commitment) > ($2, $3, $4)
ORDER BY c.due, c.stream, c.commitment
LIMIT $5
