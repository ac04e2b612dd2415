using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A conflict gives back the version that the caller sent.</summary>
internal sealed class ConflictsWithTheExpected(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) =>
        base.Judge(append) is AppendResult.Conflict ? new AppendResult.Conflict(append.ExpectedVersion) : base.Judge(append);
}
