COPY {schema}.head (stream, stream_id, tenant, wrapped_key, version, feed_tx, hash, record) FROM STDIN (FORMAT BINARY)
