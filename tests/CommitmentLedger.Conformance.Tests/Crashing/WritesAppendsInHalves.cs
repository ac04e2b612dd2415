using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>Writes each entry of an append by itself, and rests between them, so that a kill hits the middle.</summary>
internal sealed class WritesAppendsInHalves(ILedgerStore file) : ForwardingStore(file)
{
    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        foreach (StreamAppend append in appends)
        {
            foreach (StoredEntry entry in append.Entries)
            {
                bool isLast = entry == append.Entries[^1];
                await Store.AppendAsync([Part(append, entry, isLast)], cancellationToken);
                if (!isLast) await Task.Delay(15, cancellationToken);
            }
        }

        return [.. appends.Select(append => new AppendResult.Appended(append.ExpectedVersion + append.Entries.Count))];
    }

    private static StreamAppend Part(StreamAppend append, StoredEntry entry, bool isLast) => append with
    {
        ExpectedVersion = entry.Version - 1,
        ExpectedHead = null,
        Command = isLast ? append.Command : new CommandId(Guid.NewGuid()),
        Entries = [entry],
        Changed = isLast ? append.Changed : [],
    };
}
