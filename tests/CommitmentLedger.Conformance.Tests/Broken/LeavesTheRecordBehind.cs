using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The update of the head row lacks the record.</summary>
internal sealed class LeavesTheRecordBehind(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append) =>
        base.Write(append.ExpectedVersion == 0 ? append : append with { Record = Data.Stream(append.Stream).Record });
}
