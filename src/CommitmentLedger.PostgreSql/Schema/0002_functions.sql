-- Writes many independent appends, at most one a stream, sorted by stream so that two calls never wait for each other in a circle.
-- Returns three numbers an append: 1 and the version now (appended); 2, first and last version (replayed); 3 and the actual
-- version (conflict); 4 (command id reused).
CREATE FUNCTION {schema}.append(
    streams uuid[], tenants uuid[], expected bigint[], lasts bigint[], commands uuid[], contents bytea[], hashes bytea[], records bytea[],
    entry_append integer[], entry_version bigint[], entry_commitment uuid[], entry_type text[], entry_schema_version integer[],
    entry_occurred_at bigint[], entry_recorded_at bigint[], entry_team text[], entry_command uuid[], entry_body bytea[],
    entry_body_hash bytea[], entry_key_id uuid[],
    document_append integer[], document_commitment uuid[], document_due bigint[], document_is_open boolean[], document_owner text[],
    document_lookups text[], document_state bytea[])
RETURNS bigint[]
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET jit = off
SET lock_timeout = '5s'
AS $$
#variable_conflict use_column
DECLARE
    shift    bigint;
    own      bigint;
    feed     bigint;
    feeds    bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(streams)]);
    outcomes bigint[] := array_fill(0::bigint, ARRAY[3 * cardinality(streams)]);
    added    integer[] := '{}';
    changes  boolean := false;
    ask      record;
    before   record;
    document record;
    actual   bigint;
BEGIN
    SELECT l.feed_offset INTO STRICT shift FROM {schema}.ledger l;
    own := pg_current_xact_id()::text::bigint + shift;

    FOR ask IN
        SELECT * FROM unnest(streams, tenants, expected, lasts, commands, contents, hashes, records)
            WITH ORDINALITY AS u (stream, tenant, expected, last, command, content, hash, record, place)
    LOOP
        LOOP
            -- A stream that can be created has no commands; nothing of a stream is ever deleted.
            IF ask.expected = 0 THEN
                INSERT INTO {schema}.head AS h (stream, tenant, version, feed_tx, hash, record)
                VALUES (ask.stream, ask.tenant, ask.last, own, ask.hash, ask.record)
                ON CONFLICT DO NOTHING
                RETURNING h.feed_tx INTO feed;
            ELSE
                UPDATE {schema}.head h
                SET version = ask.last, feed_tx = greatest(h.feed_tx, own), hash = ask.hash, record = ask.record
                WHERE h.stream = ask.stream AND h.version = ask.expected
                  AND NOT EXISTS (SELECT FROM {schema}.entry e
                                  WHERE e.stream = ask.stream AND e.command = ask.command
                                    AND e.content_hash IS NOT NULL)
                RETURNING h.feed_tx INTO feed;
            END IF;

            IF feed IS NOT NULL THEN
                IF feed > own AND feed >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + shift THEN
                    RAISE EXCEPTION USING ERRCODE = 'CL001', MESSAGE = 'The stream was written under a transaction id of the future.';
                END IF;
                feeds[ask.place] := feed;
                outcomes[3 * ask.place - 2] := 1;
                outcomes[3 * ask.place - 1] := ask.last;
                IF ask.expected > 0 THEN changes := true; END IF;
                EXIT;
            END IF;

            SELECT e.version, e.command_last, e.content_hash INTO before
            FROM {schema}.entry e
            WHERE e.stream = ask.stream AND e.command = ask.command AND e.content_hash IS NOT NULL;
            IF FOUND THEN
                IF before.content_hash = ask.content THEN
                    outcomes[3 * ask.place - 2] := 2;
                    outcomes[3 * ask.place - 1] := before.version;
                    outcomes[3 * ask.place] := before.command_last;
                ELSE
                    outcomes[3 * ask.place - 2] := 4;
                END IF;
                EXIT;
            END IF;

            SELECT h.version INTO actual FROM {schema}.head h WHERE h.stream = ask.stream;
            actual := coalesce(actual, 0);
            -- Should somebody have brought the stream to the expected version in this very moment, it is tried again.
            IF actual <> ask.expected THEN
                outcomes[3 * ask.place - 2] := 3;
                outcomes[3 * ask.place - 1] := actual;
                EXIT;
            END IF;
        END LOOP;
    END LOOP;

    INSERT INTO {schema}.entry
        (version, feed_tx, occurred_at, recorded_at, command_last, schema_version, stream, tenant, command,
         commitment, key_id, type, team, body_hash, content_hash, body)
    SELECT e.version, feeds[e.place], e.occurred_at, e.recorded_at,
           CASE WHEN e.version = expected[e.place] + 1 THEN lasts[e.place] END,
           e.schema_version, streams[e.place], tenants[e.place], e.command,
           e.commitment, e.key_id, e.type, e.team, e.body_hash,
           CASE WHEN e.version = expected[e.place] + 1 THEN contents[e.place] END,
           e.body
    FROM unnest(entry_append, entry_version, entry_commitment, entry_type, entry_schema_version, entry_occurred_at,
                entry_recorded_at, entry_team, entry_command, entry_body, entry_body_hash, entry_key_id)
        AS e (place, version, commitment, type, schema_version, occurred_at, recorded_at, team, command, body, body_hash, key_id)
    WHERE feeds[e.place] IS NOT NULL;

    -- The head's row is locked now: a commitment that is not there to be changed can be added without asking twice.
    IF changes THEN
        FOR document IN
            SELECT d.*, streams[d.place] AS stream
            FROM unnest(document_append, document_commitment, document_due, document_is_open, document_owner, document_lookups, document_state)
                WITH ORDINALITY AS d (place, commitment, due, is_open, owner, lookups, state, number)
            WHERE feeds[d.place] IS NOT NULL AND expected[d.place] > 0
        LOOP
            UPDATE {schema}.commitment c
            SET due = document.due, is_open = document.is_open, owner = document.owner, lookups = document.lookups::uuid[], state = document.state
            WHERE c.stream = document.stream AND c.commitment = document.commitment;
            IF NOT FOUND THEN added := added || document.number::integer; END IF;
        END LOOP;
    END IF;

    INSERT INTO {schema}.commitment (stream, commitment, tenant, due, is_open, owner, lookups, state)
    SELECT streams[d.place], d.commitment, tenants[d.place], d.due, d.is_open, d.owner, d.lookups::uuid[], d.state
    FROM unnest(document_append, document_commitment, document_due, document_is_open, document_owner, document_lookups, document_state)
        WITH ORDINALITY AS d (place, commitment, due, is_open, owner, lookups, state, number)
    WHERE feeds[d.place] IS NOT NULL AND (expected[d.place] = 0 OR d.number = ANY (added));

    RETURN outcomes;
END
$$;

-- The way out after a logical restore into a cluster whose transaction ids are lower than those that wrote the entries: everything
-- written from now on sorts after everything that is there. Cursors that readers of the feed keep stay good.
CREATE FUNCTION {schema}.rebase_feed() RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
    result bigint;
BEGIN
    -- Appends read the offset first of all: the lock lets those under way finish and holds back new ones until the offset is there.
    LOCK TABLE {schema}.ledger IN ACCESS EXCLUSIVE MODE;
    UPDATE {schema}.ledger l
    SET feed_offset = greatest(
        l.feed_offset,
        coalesce((SELECT e.feed_tx FROM {schema}.entry e ORDER BY e.feed_tx DESC LIMIT 1), 0) + 1 - pg_current_xact_id()::text::bigint)
    RETURNING l.feed_offset INTO result;
    RETURN result;
END
$$;
