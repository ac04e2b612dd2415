UPDATE {schema}.head h
SET record = $3
WHERE h.stream = $1 AND h.version = $2
RETURNING h.tenant
