SELECT e.version, e.commitment, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.team, e.command, e.body, e.body_hash, e.head
FROM {schema}.entry e
WHERE e.stream = $1 AND e.version > $2
ORDER BY e.version
LIMIT $3
