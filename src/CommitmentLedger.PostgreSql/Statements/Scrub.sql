UPDATE {schema}.entry e
SET body = ''
WHERE e.stream = $1 AND e.version = ANY ($2) AND octet_length(e.body) > 0
