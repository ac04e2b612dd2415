namespace CommitmentLedger.Conformance;

/// <summary>The sentences of the contract that failures quote.</summary>
internal static class Contract
{
    public const string Answers = "Every call ends: with an answer or with an exception of the contract.";
    public const string MayThrow =
        "They may throw only LedgerUnavailableException, LedgerOutcomeUnknownException (from AppendAsync) and OperationCanceledException.";

    public const string Appended = "Appended: entries, record document, changed commitments and command became visible and durable together.";
    public const string Fields = "What is read is what was handed over, in every field and byte: times have microseconds, bodies may be any bytes, texts any script.";
    public const string Seen = "What one instance was told is written, the other gives at once, in whatever it is asked first.";
    public const string Damage = "Damage is never cut off: the store refuses with LedgerUnavailableException, or gives everything that is not damaged.";
    public const string Opens = "The process dies: each append is there wholly or not, and the next one to open the store goes on.";
    public const string Disposed = "A call after the store was disposed is a mistake: ObjectDisposedException.";
    public const string Replayed =
        "The command wrote to this stream before, with the same content hash: Replayed, whatever the expected version. Nothing was written now.";

    public const string Reused = "The command wrote to this stream before, with another content hash: CommandIdReused. Nothing was written.";
    public const string Exists = "A commitment that must be new is there, open or closed: CommitmentExists. Nothing was written.";
    public const string Conflict = "The stream's version or head is not the expected one: Conflict with the actual version. Nothing was written.";
    public const string Identity = "A stream has the identity that it was made with, whatever later appends bring; it is given with all that is read of the stream.";
    public const string Batch = "Many independent appends in, one result each out, in the same order; each is judged on its own, in the order of the list.";
    public const string AllOrNothing = "Each append is all or nothing: no append is ever half written.";
    public const string Cancellation = "Cancellation is obeyed before anything is written or not at all: no append is ever half written.";
    public const string Unchanged = "Documents that are not named stay as they are.";
    public const string Load = "A load gives the stream at one point in time: version, head, record, its open commitments, the closed ones asked for, the command looked for.";
    public const string NoStream = "A load gives null when nothing was ever written to the stream.";
    public const string History = "ReadHistoryAsync reads the entries of one stream after a version, oldest first, and ends.";
    public const string Feed =
        "The feed never skips an entry, whatever is being written meanwhile, keeps the order of each stream, and gives each entry once, " +
        "unless it is started again from an earlier cursor.";

    public const string Cursor = "A cursor is the store's own text, at most 200 characters: the place after its entry, for as long as the data lives.";
    public const string Find =
        "A query gives what CommitmentQuery.Answer gives: of one tenant, in order of due time (those without one last), then stream, then commitment, at most Limit after After. " +
        "The order of ids is that of their bytes as written in text (big-endian).";

    public const string Tenants = "What is written, scrubbed or rebuilt for one tenant leaves every other tenant byte-identical.";
    public const string Linearizable = "All members may be called from many threads at once: there is an order of the calls that explains every answer.";
    public const string Unknown = "LedgerOutcomeUnknownException: repeating the append with the same command id is safe and finishes it exactly once.";
    public const string Durable = "Appended: everything was written and will survive a crash.";
    public const string OpenTwice = "Two instances on the same data: works, or the second is refused clearly with LedgerUnavailableException; never corrupts.";
    public const string Chain = "The entries as stored, hashed by EntryChain from the first to the last, give the head as stored.";
    public const string BodyHash = "The body hash is the digest of the body as it was stored; it stays when the body is scrubbed.";
    public const string Scrub =
        "ScrubAsync empties bodies for ever while header, body hash and head stay. It gives how many were not empty before; what the store does not have is passed over.";
    public const string Rebuild =
        "ReplaceDocumentsAsync replaces all documents of a stream, entries and hash chain untouched; documents that are not named go; false when the version is another.";

    public const string Import =
        "ImportAsync writes whole streams that the store does not have yet; when a stream exists already, or comes twice, its bulk is not written.";

    public const string ImportCommand = "Of an imported stream the append's command is remembered, and no other; its entries keep the commands that they came with.";
    public const string Doctor = "The doctor examines schema, indexes and the settings that durability rests on, and changes nothing.";
    public const string Transaction = "What is appended within a transaction is visible and durable when the caller commits, and gone when the caller rolls back.";
    public const string WithinSees = "The store within a transaction answers as the store itself does, and sees what it wrote.";
    public const string WithinEnds = "When the caller has committed or rolled back, every member of the store within the transaction throws InvalidOperationException and writes nothing.";
    public const string OthersWrite =
        "When WritesAlone is false, another connection appends to another stream while a transaction that has written is open, and does not wait for it.";

    public const string ForeignCursor = "A cursor of another form than this kind of store gives is a mistake: ArgumentException, when the reading begins.";
    public const string InputUntouched = "What was handed over is not changed: the caller may send the same object again.";
    public const string Disposes = "A subject takes its data away when its check has ended, so that no other check sees them.";
    public const string Trips = "A list costs no more round trips than an append of one entry.";
    public const string Gone = "The bytes of a scrubbed body are gone from the data files too, and not only from the answers.";
    public const string Counts = "Loading costs at most one round trip and gives nothing that was not asked for, however much is closed or old.";
}
