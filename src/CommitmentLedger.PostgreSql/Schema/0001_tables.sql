-- The tables of the ledger. A stream is one customer; its key is in every table and every index that a write touches, so that
-- one append stays on one node where the tables are distributed by stream.

CREATE TABLE {schema}.ledger
(
    only_row       boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
    schema_version integer NOT NULL,
    feed_offset    bigint  NOT NULL DEFAULT 0
);
COMMENT ON COLUMN {schema}.ledger.feed_offset IS
    'Added to transaction ids, so that feed_tx goes on rising after a logical restore into a younger cluster. See rebase_feed().';

INSERT INTO {schema}.ledger (schema_version) VALUES (0);

-- One narrow row a stream, updated in place. What never changes comes first: the log then leaves it out of each update.
CREATE TABLE {schema}.head
(
    stream      uuid   NOT NULL,
    stream_id   uuid   NOT NULL,
    tenant      uuid   NOT NULL,
    wrapped_key bytea  NOT NULL,
    version     bigint NOT NULL,
    feed_tx     bigint NOT NULL,
    hash        bytea  NOT NULL,
    record      bytea  NOT NULL,
    PRIMARY KEY (stream)
) WITH (fillfactor = 50);
COMMENT ON COLUMN {schema}.head.feed_tx IS
    'The greatest transaction id, plus the offset, that wrote to the stream: it never falls within a stream.';

-- Entries are only ever added. The first entry of each append carries the append itself: its content hash and its last version.
CREATE TABLE {schema}.entry
(
    version        bigint  NOT NULL,
    feed_tx        bigint  NOT NULL,
    occurred_at    bigint  NOT NULL,
    recorded_at    bigint  NOT NULL,
    command_last   bigint,
    schema_version integer NOT NULL,
    stream         uuid    NOT NULL,
    tenant         uuid    NOT NULL,
    command        uuid    NOT NULL,
    commitment     uuid,
    type           text    COLLATE "C" NOT NULL,
    team           text    COLLATE "C" NOT NULL,
    body_hash      bytea   NOT NULL,
    head           bytea   NOT NULL,
    content_hash   bytea,
    body           bytea   NOT NULL,
    PRIMARY KEY (stream, version)
);
COMMENT ON COLUMN {schema}.entry.occurred_at IS 'Microseconds since 1970-01-01T00:00:00Z, as recorded_at.';

CREATE INDEX entry_feed ON {schema}.entry (feed_tx, stream, version);
CREATE UNIQUE INDEX entry_command ON {schema}.entry (stream, command) WHERE content_hash IS NOT NULL;

-- One row a commitment. An update that leaves due time, owner, keys and openness alone touches no index.
CREATE TABLE {schema}.commitment
(
    stream     uuid    NOT NULL,
    commitment uuid    NOT NULL,
    tenant     uuid    NOT NULL,
    due        bigint  NOT NULL,
    is_open    boolean NOT NULL,
    owner      text    COLLATE "C" NOT NULL,
    lookups    uuid[]  NOT NULL,
    state      bytea   NOT NULL,
    PRIMARY KEY (stream, commitment)
) WITH (fillfactor = 70);
COMMENT ON COLUMN {schema}.commitment.due IS
    'Microseconds since 1970-01-01T00:00:00Z; 9223372036854775807 when there is none, which sorts it last.';

CREATE INDEX commitment_due ON {schema}.commitment (tenant, due, stream, commitment) WHERE is_open;
CREATE INDEX commitment_owner ON {schema}.commitment (tenant, owner, due, stream, commitment) WHERE is_open;
CREATE INDEX commitment_lookup ON {schema}.commitment USING gin (lookups) WITH (fastupdate = off);

-- The last of them: where tables are still empty all indexes cost the same, and the planner takes the youngest for a stream's open ones.
CREATE INDEX commitment_open ON {schema}.commitment (stream) WHERE is_open;

-- Long bodies are compressed with lz4, where the server was built with it.
DO $$
BEGIN
    ALTER TABLE {schema}.head ALTER record SET COMPRESSION lz4;
    ALTER TABLE {schema}.entry ALTER body SET COMPRESSION lz4;
    ALTER TABLE {schema}.commitment ALTER state SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;
