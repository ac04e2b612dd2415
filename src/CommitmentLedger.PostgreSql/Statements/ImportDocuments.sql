COPY {schema}.commitment (stream, commitment, tenant, due, is_open, owner, lookups, state) FROM STDIN (FORMAT BINARY)
