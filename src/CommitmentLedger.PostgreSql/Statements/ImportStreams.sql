COPY {schema}.head (stream, tenant, version, feed_tx, hash, record) FROM STDIN (FORMAT BINARY)
