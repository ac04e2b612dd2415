using System.Globalization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Conformance;

/// <summary>One customer as the core would see it: drafts the next append, and knows what the store must hold after those that were accepted.</summary>
internal sealed class Story(Trial trial, string tenant, string customer)
{
    private static readonly Instant Begin = Moments.At(0);

    private readonly Dictionary<CommitmentId, CommitmentDocument> _documents = [];
    private readonly Dice _dice = trial.Dice.Fork();

    public TenantId TenantId { get; } = TenantId.Of(tenant);

    public TenantKey Tenant { get; } = TenantKey.For(TenantId.Of(tenant));

    public StreamKey Stream { get; } = StreamKey.ForCustomer(TenantId.Of(tenant), CustomerId.Of(customer));

    /// <summary>The identity that the stream is made with: the same for every writer of one customer.</summary>
    public StreamIdentity Identity { get; private set; } = Identities.Of(StreamKey.ForCustomer(TenantId.Of(tenant), CustomerId.Of(customer)));

    public long Version { get; private set; }

    public Digest Head { get; private set; }

    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>What the store must give as the stream's history.</summary>
    public List<StoredEntry> Entries { get; } = [];

    /// <summary>What the store must give as the stream's documents.</summary>
    public IEnumerable<CommitmentDocument> Documents => _documents.Values;

    public CommitmentDocument Document(bool isOpen = true, Instant? due = null, string owner = "reception", params ReadOnlySpan<LookupDigest> lookups) => new()
    {
        Stream = Stream,
        Tenant = Tenant,
        Commitment = new CommitmentId(_dice.Guid()),
        IsOpen = isOpen,
        Due = due,
        Owner = owner,
        Lookups = [.. lookups],
        State = _dice.Bytes(24),
    };

    public LookupDigest Lookup(string booking) => LookupDigest.For(TenantId, LookupKey.Booking(booking));

    /// <summary>The next append, with one new open commitment.</summary>
    public StreamAppend Draft(int entries = 1) => DraftWith([Document(due: Moments.At(_dice.Below(10_000)))], entries);

    /// <summary>The next append, under a command id that was made elsewhere.</summary>
    public StreamAppend DraftAs(CommandId command) => DraftWith([Document()], command: command);

    /// <summary>The next append, with these documents.</summary>
    public StreamAppend DraftWith(
        IReadOnlyList<CommitmentDocument> changed, int entries = 1, Func<StoredEntry, StoredEntry>? alter = null, CommandId? command = null)
    {
        CommandId by = command ?? new CommandId(_dice.Guid());
        IEnumerable<StoredEntry> drafted = Enumerable.Range(0, entries)
            .Select(index => Entry(Version + 1 + index, by, changed.Count > 0 ? changed[index % changed.Count].Commitment : null));
        if (alter is not null) drafted = drafted.Select(alter);
        return new StreamAppend
        {
            Stream = Stream,
            Identity = Identity,
            Tenant = Tenant,
            ExpectedVersion = Version,
            Command = by,
            ContentHash = Digest.Of(_dice.Bytes(8)),
            Entries = EntryChain.Link(Head, Identity.Id, drafted),
            Record = _dice.Bytes(40),
            Changed = changed,
        };
    }

    /// <summary>Another command that was decided at another version: what a team that has not seen the newest entries would send.</summary>
    public StreamAppend DraftAt(long expectedVersion, CommandId? command = null)
    {
        StreamAppend draft = DraftWith([Document()], command: command);
        return draft with
        {
            ExpectedVersion = expectedVersion,
            Entries = [.. draft.Entries.Select((entry, index) => entry with { Version = expectedVersion + 1 + index })],
        };
    }

    /// <summary>The identity with another key, from now on the one that the stream is made with.</summary>
    public StreamIdentity MadeWith(byte[] key) => Identity = Identity with { WrappedKey = key };

    /// <summary>Whether the store must hold a commitment.</summary>
    public bool Has(CommitmentId commitment) => _documents.ContainsKey(commitment);

    /// <summary>Whether an append was decided on another head than the stream has.</summary>
    public bool Forks(StreamAppend append) => Version > 0 && append.ExpectedHead is { } head && head != Head;

    /// <summary>Remembers an append that the store must hold from now on.</summary>
    public void Accept(StreamAppend append)
    {
        Entries.AddRange(append.Entries);
        foreach (CommitmentDocument document in append.Changed) _documents[document.Commitment] = document;
        (Version, Head, Record) = (append.ExpectedVersion + append.Entries.Count, append.Head, append.Record);
    }

    /// <summary>Remembers that all documents were replaced.</summary>
    public void Rebuild(StreamDocuments documents)
    {
        _documents.Clear();
        foreach (CommitmentDocument document in documents.Commitments) _documents.Add(document.Commitment, document);
        Record = documents.Record;
    }

    /// <summary>Takes over where the stream is by what a load gave: one of several writers of the same customer.</summary>
    public void Follow(StoredStream? stored) => (Version, Head, Identity) = (stored?.Version ?? 0, stored?.Head ?? default, stored?.Identity ?? Identity);

    /// <summary>Writes one append, which must succeed.</summary>
    public async Task<StreamAppend> WriteAsync(ILedgerStore store, StreamAppend? append = null)
    {
        append ??= Draft();
        Accept(append);
        AppendResult result = await store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false);
        trial.Same(new AppendResult.Appended(Version), result, Contract.Appended, string.Create(CultureInfo.InvariantCulture, $"an append at version {append.ExpectedVersion}"));
        return append;
    }

    /// <summary>Requires that the store holds exactly what was accepted: version, head, record, documents and entries.</summary>
    public async Task RequireAsync(ILedgerStore store, string sentence = Contract.Appended)
    {
        var everything = new LoadScope([.. _documents.Keys], Command: null);
        StoredStream? stored = await store.LoadAsync(Stream, everything, trial.Cancellation).ConfigureAwait(false);
        StoredStream? expected = Version == 0 ? null : new StoredStream(Identity, Version, Head, Record, [.. _documents.Values], Command: null);
        trial.Same(Show.Stream(expected), Show.Stream(stored), sentence, "the stream as loaded");
        List<StoredEntry> history = await store.HistoryAsync(Stream, 0, trial.Cancellation).ConfigureAwait(false);
        trial.Same(Entries.Select(Show.Entry), history.Select(Show.Entry), sentence, "the history");
    }

    private StoredEntry Entry(long version, CommandId command, CommitmentId? commitment)
    {
        byte[] body = _dice.Bytes(_dice.Between(20, 60));
        return new StoredEntry
        {
            Version = version,
            Commitment = commitment,
            Type = "promised",
            SchemaVersion = 1,
            OccurredAt = Begin + Duration.FromSeconds(version),
            RecordedAt = Begin + Duration.FromSeconds(version) + Duration.FromMilliseconds(7),
            Team = "reception",
            Command = command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
    }
}
