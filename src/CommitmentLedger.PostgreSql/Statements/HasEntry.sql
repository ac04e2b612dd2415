SELECT EXISTS (SELECT FROM {schema}.entry e WHERE e.stream = $1 AND e.version = $2 AND e.feed_tx = $3)
