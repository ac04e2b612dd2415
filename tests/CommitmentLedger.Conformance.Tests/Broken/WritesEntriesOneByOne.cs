using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Every entry is visible as soon as it is written.</summary>
internal sealed class WritesEntriesOneByOne(WorkshopData data) : WorkshopStore(data)
{
    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (StreamAppend append in appends)
        {
            if (Once(() => Judge(append)) is not null) continue;
            foreach (StoredEntry entry in append.Entries.SkipLast(1))
            {
                Once(() => Data.Stream(append.Stream).Entries[entry.Version] = entry);
                await Task.Delay(1, CancellationToken.None);
            }
        }

        return await base.AppendAsync(appends, CancellationToken.None);
    }
}
