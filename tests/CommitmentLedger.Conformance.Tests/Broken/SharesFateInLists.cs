using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>One transaction for the list, rolled back when one append loses.</summary>
internal sealed class SharesFateInLists(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends)
    {
        AppendResult[] refused = [.. appends.Select(Judge).OfType<AppendResult.Conflict>()];
        return refused.Length == 0 ? base.AppendAll(appends) : [.. appends.Select(_ => refused[0])];
    }
}
