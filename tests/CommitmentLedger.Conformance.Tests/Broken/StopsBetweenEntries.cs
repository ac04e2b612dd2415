using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The token is looked at between two entries of one append.</summary>
internal sealed class StopsBetweenEntries(WorkshopData data) : WorkshopStore(data)
{
    public override ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        foreach (StreamAppend append in appends.Where(append => append.Entries.Count > 1))
        {
            StoredEntry first = append.Entries[0];
            cancellationToken.ThrowIfCancellationRequested();
            if (Once(() => Judge(append)) is null) Once(() => Data.Stream(append.Stream).Entries[first.Version] = first);
        }

        return base.AppendAsync(appends, cancellationToken);
    }
}
