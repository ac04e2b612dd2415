using System.Data.Common;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>The workshop's store, honest or broken, with every hook that the kit knows except a process to kill.</summary>
internal class WorkshopUnderTest(Func<WorkshopData, ILedgerStore> open) : StoreUnderTest
{
    private readonly WorkshopData _data = new();

    public override string Name { get; } = open(new WorkshopData()).GetType().Name;

    public override TimeSpan Patience => TimeSpan.FromSeconds(20);

    public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken)
    {
        ILedgerStore store = open(_data);
        (store as WorkshopStore)?.Recover();
        return ValueTask.FromResult(store);
    }

    public override ValueTask<bool> TamperAsync(Tampering tampering, CancellationToken cancellationToken)
    {
        if (tampering.Kind == TamperingKind.Damage)
        {
            _data.Damaged = _data.Damaged is null ? (tampering.Stream, tampering.Version) : null;
            return ValueTask.FromResult(true);
        }

        SortedDictionary<long, StoredEntry> entries = _data.Streams[tampering.Stream].Entries;
        StoredEntry entry = entries[tampering.Version];
        switch (tampering.Kind)
        {
            case TamperingKind.FlipBody:
                byte[] body = entry.Body.ToArray();
                body[0] ^= 1;
                entries[entry.Version] = entry with { Body = body };
                break;
            case TamperingKind.Delete:
                entries.Remove(entry.Version);
                break;
            case TamperingKind.SwapWithNext:
                StoredEntry next = entries[entry.Version + 1];
                entries[entry.Version] = entry with { Body = next.Body, BodyHash = next.BodyHash };
                entries[next.Version] = next with { Body = entry.Body, BodyHash = entry.BodyHash };
                break;
            case TamperingKind.Truncate:
                foreach (long version in entries.Keys.Where(version => version >= entry.Version).ToArray()) entries.Remove(version);
                break;
            case TamperingKind.BackDate:
                NodaTime.Duration day = NodaTime.Duration.FromDays(1);
                entries[entry.Version] = entry with { OccurredAt = entry.OccurredAt - day, RecordedAt = entry.RecordedAt - day };
                break;
        }

        return ValueTask.FromResult(true);
    }

    public override ValueTask<bool> SabotageAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_data.IsHarmed = true);

    public override ValueTask<bool?> FindsBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.FromResult<bool?>(
        _data.Remains.Concat(_data.Streams.Values.SelectMany(stream => stream.Entries.Values).Select(entry => entry.Body)).Any(kept => kept.Span.IndexOf(bytes.Span) >= 0));

    public override ValueTask<bool> ForceAppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        (_data.Stream(append.Stream).Version, _data.Stream(append.Stream).Identity) = (append.ExpectedVersion, append.Identity);
        return AppendToHonestStoreAsync(append, cancellationToken);
    }

    public override ValueTask<DbTransaction?> BeginTransactionAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction?>(new WorkshopTransaction(_data.Feed.Count));

    public override long? CountRoundTrips(ILedgerStore store) => (store as WorkshopStore)?.RoundTrips;

    private async ValueTask<bool> AppendToHonestStoreAsync(StreamAppend append, CancellationToken cancellationToken) =>
        (await new WorkshopStore(_data).AppendAsync([append], cancellationToken))[0] is AppendResult.Appended;
}
