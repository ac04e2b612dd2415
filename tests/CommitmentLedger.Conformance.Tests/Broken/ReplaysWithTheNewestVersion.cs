using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A replay reads the head row instead of the command row.</summary>
internal sealed class ReplaysWithTheNewestVersion(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) =>
        base.Judge(append) is AppendResult.Replayed replayed ? replayed with { LastVersion = Data.Streams[append.Stream].Version } : base.Judge(append);
}
