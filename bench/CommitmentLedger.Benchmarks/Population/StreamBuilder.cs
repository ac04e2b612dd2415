using CommitmentLedger.Commands;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>Makes one customer's whole stream the way the ledger does: the same rules, entries, documents and hash chain, without a store.</summary>
internal sealed class StreamBuilder(TenantId tenant, CustomerId customer, ulong firstReference)
{
    private readonly StreamPlace _place = StreamPlace.Of(KeyRing.WithoutSecret, tenant, customer);
    private readonly StreamSeal _seal = KeyRing.WithoutSecret.NewSeal();
    private readonly List<StoredEntry> _entries = [];
    private readonly Dictionary<CommitmentId, Commitment> _commitments = [];
    private CustomerRecord _record = CustomerRecord.Empty(customer);
    private ulong _nextReference = firstReference;
    private Digest _contentHash;
    private Digest _head;

    /// <summary>Decides a command and adds what it wrote.</summary>
    public void Do(Command command, Actor by, Instant at)
    {
        ValueList<PromiseReference> references = [.. Enumerable.Range(0, command.ReferencesNeeded).Select(_ => PromiseReference.FromNumber(_nextReference++))];
        Outcome ruling = Outcome.On(command, _record, new Circumstances(at, at, by, Calendars.None, references, DateTimeZone.Utc));
        if (ruling.Refusal is { } refusal) throw new InvalidOperationException($"The history to measure with is not legal: {refusal.Code}.");
        if (_entries.Count == 0) _contentHash = _seal.HashContent(LedgerCodec.HashContent(customer, by, command));
        foreach (Entry entry in ruling.Entries)
        {
            StoredEntry stored = LedgerCodec.Encode(entry, _seal, _head);
            _entries.Add(stored);
            _head = stored.Head;
        }

        foreach (Commitment commitment in ruling.Next.Commitments) _commitments[commitment.Id] = commitment;

        // As in the ledger, whoever decides next sees the open ones only; otherwise a long history would be copied for each command.
        _record = CustomerRecord.Of(customer, ruling.Next.Version, ruling.Next.History, [.. ruling.Next.Open]);
    }

    /// <summary>All of it as one append, as an importer takes it.</summary>
    public StreamAppend Build() => new()
    {
        Stream = _place.Stream,
        Identity = _seal.Identity,
        Tenant = _place.TenantKey,
        ExpectedVersion = 0,
        Command = _entries[0].Command,
        ContentHash = _contentHash,
        Entries = _entries,
        Record = LedgerCodec.EncodeRecord(_record, _seal),
        Changed = [.. _commitments.Values.Select(commitment => LedgerCodec.Encode(commitment, _place, _seal))],
    };
}
