using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A statement built from no rows.</summary>
internal sealed class FailsOnEmptyLists(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends) =>
        appends.Count > 0 ? base.AppendAll(appends) : throw new InvalidOperationException("42601: syntax error at end of input");
}
