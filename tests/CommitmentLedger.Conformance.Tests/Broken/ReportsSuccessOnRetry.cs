using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The retried commit finds its arrays emptied, writes nothing, and reports success.</summary>
internal sealed class ReportsSuccessOnRetry(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Append(StreamAppend append) =>
        base.Append(append) is var result && result is AppendResult.Replayed replayed ? new AppendResult.Appended(replayed.LastVersion) : result;
}
