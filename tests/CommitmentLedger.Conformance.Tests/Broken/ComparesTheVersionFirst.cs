using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The version is compared before the command is looked for.</summary>
internal sealed class ComparesTheVersionFirst(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append)
    {
        long version = Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream) ? stream.Version : 0;
        return version != append.ExpectedVersion ? new AppendResult.Conflict(version) : base.Judge(append);
    }
}
