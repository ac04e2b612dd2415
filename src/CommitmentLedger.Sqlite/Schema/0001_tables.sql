-- The first schema. Keys are 16 bytes, ids are UUIDs in big-endian order, instants are whole microseconds since 1970, digests are
-- SHA-256. Streams are numbered as they come, and what belongs to a stream is indexed by its number: keys are spread evenly, so that
-- indexes by key would touch a page each, while what is new stands together at the end of an index by number.

-- One row a stream: its identity, where its chain ends, and its record document.
CREATE TABLE ledger_streams (
  number      INTEGER NOT NULL PRIMARY KEY,
  stream      BLOB    NOT NULL UNIQUE,
  stream_id   BLOB    NOT NULL,
  wrapped_key BLOB    NOT NULL,
  tenant      BLOB    NOT NULL,
  version     INTEGER NOT NULL,
  head        BLOB    NOT NULL,
  record      BLOB    NOT NULL
) STRICT;

-- One row an entry, never deleted. There is one writer at a time, so the order of positions is the order of commits: the feed.
CREATE TABLE ledger_entries (
  position       INTEGER NOT NULL PRIMARY KEY,
  stream_number  INTEGER NOT NULL,
  version        INTEGER NOT NULL,
  commitment     BLOB,
  type           TEXT    NOT NULL,
  schema_version INTEGER NOT NULL,
  occurred_at    INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  team           TEXT    NOT NULL,
  command        BLOB    NOT NULL,
  body           BLOB    NOT NULL,
  body_hash      BLOB    NOT NULL,
  head           BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX ledger_entries_by_version ON ledger_entries (stream_number, version);

-- One row a command that wrote entries.
CREATE TABLE ledger_commands (
  stream_number INTEGER NOT NULL,
  command       BLOB    NOT NULL,
  content_hash  BLOB    NOT NULL,
  first_version INTEGER NOT NULL,
  last_version  INTEGER NOT NULL,
  PRIMARY KEY (stream_number, command)
) STRICT, WITHOUT ROWID;

-- One row a commitment. A due time of 9223372036854775807 stands for none, so that those without one come last in every index.
-- The lookups are the digests one after the other.
CREATE TABLE ledger_commitments (
  number        INTEGER NOT NULL PRIMARY KEY,
  stream_number INTEGER NOT NULL,
  stream        BLOB    NOT NULL,
  tenant        BLOB    NOT NULL,
  commitment    BLOB    NOT NULL,
  is_open       INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  due           INTEGER NOT NULL,
  owner         TEXT    NOT NULL,
  lookups       BLOB    NOT NULL,
  state         BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX ledger_commitments_by_id ON ledger_commitments (stream_number, is_open, commitment);
CREATE INDEX ledger_commitments_due ON ledger_commitments (tenant, due, stream, commitment) WHERE is_open = 1;
CREATE INDEX ledger_commitments_owned ON ledger_commitments (tenant, owner, due, stream, commitment) WHERE is_open = 1;

-- One row a lookup key of a commitment, open or closed. Short, because every key is on a page of its own in a large ledger; the few
-- commitments that share a key are put in order when they are found.
CREATE TABLE ledger_lookups (
  lookup            BLOB    NOT NULL,
  commitment_number INTEGER NOT NULL,
  PRIMARY KEY (lookup, commitment_number)
) STRICT, WITHOUT ROWID;
