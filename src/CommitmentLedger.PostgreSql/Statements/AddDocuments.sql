INSERT INTO {schema}.commitment (stream, commitment, tenant, due, is_open, owner, lookups, state)
SELECT $1, d.commitment, d.tenant, d.due, d.is_open, d.owner, d.lookups::uuid[], d.state
FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::boolean[], $6::text[], $7::text[], $8::bytea[])
    AS d (commitment, tenant, due, is_open, owner, lookups, state)
