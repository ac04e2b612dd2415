using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The insert of the head row lacks the column that the update has.</summary>
internal sealed class ForgetsTheFirstHead(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        AppendResult result = base.Write(append);
        if (append.ExpectedVersion == 0) Data.Stream(append.Stream).Head = default;
        return result;
    }
}
