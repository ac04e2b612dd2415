using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The version counts appends instead of entries, in the answer only.</summary>
internal sealed class CountsAppends(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        base.Write(append);
        return new AppendResult.Appended(append.ExpectedVersion + 1);
    }
}
