using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Version 0 means insert, and the insert replaces on conflict.</summary>
internal sealed class InsertsOverExisting(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) =>
        base.Judge(append) is AppendResult.Conflict && append.ExpectedVersion == 0 ? null : base.Judge(append);
}
