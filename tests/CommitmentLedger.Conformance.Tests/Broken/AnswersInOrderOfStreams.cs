using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The list is sorted against deadlocks, and the answers are not sorted back.</summary>
internal sealed class AnswersInOrderOfStreams(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends) => base.AppendAll([.. appends.OrderBy(append => append.Stream)]);
}
