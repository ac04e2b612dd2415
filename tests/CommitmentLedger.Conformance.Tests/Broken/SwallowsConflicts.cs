using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The affected-row count of the update is not looked at: the loser is told that it won, and its entries are dropped.</summary>
internal sealed class SwallowsConflicts(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Append(StreamAppend append) =>
        base.Append(append) is var result && result is AppendResult.Conflict
            ? new AppendResult.Appended(append.ExpectedVersion + append.Entries.Count)
            : result;
}
