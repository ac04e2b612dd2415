using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The unique key on (stream, version) is the only guard: an append ahead of the stream leaves a gap.</summary>
internal sealed class LooksOnlyForDuplicates(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) =>
        base.Judge(append) is AppendResult.Conflict conflict && conflict.ActualVersion < append.ExpectedVersion ? null : base.Judge(append);
}
