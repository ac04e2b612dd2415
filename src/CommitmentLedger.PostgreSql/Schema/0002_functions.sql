-- Writes many independent appends, at most one a stream, sorted by stream so that two calls never wait for each other in a circle.
-- Returns three numbers an append: 1 and the version now (appended); 2, first and last version (replayed); 3 and the actual
-- version (conflict); 4 (command id reused); 5 (a commitment that must be new is there).
CREATE FUNCTION {schema}.append(
    streams uuid[], ids uuid[], keys bytea[], tenants uuid[], expected bigint[], lasts bigint[], commands uuid[], contents bytea[], hashes bytea[], records bytea[],
    entry_append integer[], entry_version bigint[], entry_commitment uuid[], entry_type text[], entry_schema_version integer[],
    entry_occurred_at bigint[], entry_recorded_at bigint[], entry_team text[], entry_body bytea[], entry_body_hash bytea[],
    entry_head bytea[],
    document_append integer[], document_commitment uuid[], document_due bigint[], document_is_open boolean[], document_owner text[],
    document_lookups text[], document_state bytea[],
    new_append integer[], new_commitment uuid[], expected_hashes bytea[])
RETURNS bigint[]
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET jit = off
SET lock_timeout = '5s'
-- Rows are looked up by their keys, one after the other, in the order of the arrays: that is the order in which they are locked,
-- and a plan that was made while the tables were small stays right when they have grown.
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
    shift    bigint;
    own      bigint;
    feeds    bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(streams)]);
    outcomes bigint[] := array_fill(0::bigint, ARRAY[3 * cardinality(streams)]);
    taken    integer[] := '{}';
    done     record;
    before   record;
    actual   bigint;
    is_other boolean;
BEGIN
    SELECT l.feed_offset INTO STRICT shift FROM {schema}.ledger l;
    own := pg_current_xact_id()::text::bigint + shift;

    IF 0 = ANY (expected) THEN
        FOR done IN
            INSERT INTO {schema}.head (stream, stream_id, tenant, wrapped_key, version, feed_tx, hash, record)
            SELECT u.stream, u.id, u.tenant, u.key, u.last, own, u.hash, u.record
            FROM unnest(streams, ids, keys, tenants, expected, lasts, hashes, records) AS u (stream, id, key, tenant, expected, last, hash, record)
            WHERE u.expected = 0
            ON CONFLICT DO NOTHING
            RETURNING array_position(streams, stream) AS place, feed_tx
        LOOP
            feeds[done.place] := done.feed_tx;
        END LOOP;
    END IF;

    -- Before the heads are compared: who adds the commitment after this has moved the version.
    IF cardinality(new_append) > 0 THEN
        taken := ARRAY(
            SELECT n.place
            FROM unnest(new_append, new_commitment) AS n (place, commitment)
            CROSS JOIN LATERAL (SELECT FROM {schema}.commitment c WHERE c.stream = streams[n.place] AND c.commitment = n.commitment OFFSET 0) AS c);
    END IF;

    IF 0 < ANY (expected) THEN
        FOR done IN
            UPDATE {schema}.head h
            SET version = u.last, feed_tx = greatest(h.feed_tx, own), hash = u.hash, record = u.record
            FROM unnest(streams, expected, lasts, commands, hashes, records, expected_hashes)
                WITH ORDINALITY AS u (stream, expected, last, command, hash, record, expected_hash, place)
            WHERE u.expected > 0 AND h.stream = u.stream AND h.version = u.expected AND u.place <> ALL (taken)
              AND (u.expected_hash IS NULL OR h.hash = u.expected_hash)
              AND NOT EXISTS (SELECT FROM {schema}.entry e
                              WHERE e.stream = u.stream AND e.command = u.command AND e.content_hash IS NOT NULL)
            RETURNING u.place, h.feed_tx
        LOOP
            IF done.feed_tx > own AND done.feed_tx >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + shift THEN
                RAISE EXCEPTION USING ERRCODE = 'CL001', MESSAGE = 'The stream was written under a transaction id of the future.';
            END IF;
            feeds[done.place] := done.feed_tx;
        END LOOP;
    END IF;

    -- What has a place in the feed is written; what has none says why.
    FOR place IN 1 .. cardinality(streams) LOOP
        IF feeds[place] IS NOT NULL THEN
            outcomes[3 * place - 2] := 1;
            outcomes[3 * place - 1] := lasts[place];
            CONTINUE;
        END IF;

        SELECT e.version, e.command_last, e.content_hash INTO before
        FROM {schema}.entry e
        WHERE e.stream = streams[place] AND e.command = commands[place] AND e.content_hash IS NOT NULL;
        IF FOUND THEN
            IF before.content_hash = contents[place] THEN
                outcomes[3 * place - 2] := 2;
                outcomes[3 * place - 1] := before.version;
                outcomes[3 * place] := before.command_last;
            ELSE
                outcomes[3 * place - 2] := 4;
            END IF;
            CONTINUE;
        END IF;

        SELECT h.version, h.hash IS DISTINCT FROM expected_hashes[place] AND expected_hashes[place] IS NOT NULL INTO actual, is_other
        FROM {schema}.head h WHERE h.stream = streams[place];
        actual := coalesce(actual, 0);
        IF actual = expected[place] AND place = ANY (taken) AND NOT coalesce(is_other, false) THEN
            outcomes[3 * place - 2] := 5;
            CONTINUE;
        END IF;
        IF actual = expected[place] AND NOT coalesce(is_other, false) THEN
            RAISE EXCEPTION USING ERRCODE = 'serialization_failure', MESSAGE = 'The stream came to the expected version in this very moment.';
        END IF;
        outcomes[3 * place - 2] := 3;
        outcomes[3 * place - 1] := actual;
    END LOOP;

    INSERT INTO {schema}.entry
        (version, feed_tx, occurred_at, recorded_at, command_last, schema_version, stream, tenant, command,
         commitment, type, team, body_hash, head, content_hash, body)
    SELECT e.version, feeds[e.place], e.occurred_at, e.recorded_at,
           CASE WHEN e.version = expected[e.place] + 1 THEN lasts[e.place] END,
           e.schema_version, streams[e.place], tenants[e.place], commands[e.place],
           e.commitment, e.type, e.team, e.body_hash, e.head,
           CASE WHEN e.version = expected[e.place] + 1 THEN contents[e.place] END,
           e.body
    FROM unnest(entry_append, entry_version, entry_commitment, entry_type, entry_schema_version, entry_occurred_at,
                entry_recorded_at, entry_team, entry_body, entry_body_hash, entry_head)
        AS e (place, version, commitment, type, schema_version, occurred_at, recorded_at, team, body, body_hash, head)
    WHERE feeds[e.place] IS NOT NULL;

    -- The heads are locked now: a commitment that is not there to be changed can be added without asking twice.
    WITH changed AS (
        UPDATE {schema}.commitment c
        SET due = d.due, is_open = d.is_open, owner = d.owner, lookups = d.lookups::uuid[], state = d.state
        FROM unnest(document_append, document_commitment, document_due, document_is_open, document_owner, document_lookups, document_state)
            WITH ORDINALITY AS d (place, commitment, due, is_open, owner, lookups, state, number)
        WHERE expected[d.place] > 0 AND feeds[d.place] IS NOT NULL AND c.stream = streams[d.place] AND c.commitment = d.commitment
        RETURNING d.number)
    INSERT INTO {schema}.commitment (stream, commitment, tenant, due, is_open, owner, lookups, state)
    SELECT streams[d.place], d.commitment, tenants[d.place], d.due, d.is_open, d.owner, d.lookups::uuid[], d.state
    FROM unnest(document_append, document_commitment, document_due, document_is_open, document_owner, document_lookups, document_state)
        WITH ORDINALITY AS d (place, commitment, due, is_open, owner, lookups, state, number)
    WHERE feeds[d.place] IS NOT NULL AND d.number NOT IN (SELECT number FROM changed);

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
