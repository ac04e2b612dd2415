using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The list is worked off from its end.</summary>
internal sealed class TakesTheLastOfAListFirst(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends) => [.. base.AppendAll([.. appends.Reverse()]).Reverse()];
}
