using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The unique key of the command table lacks the stream.</summary>
internal sealed class SharesCommandsBetweenStreams(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append)
    {
        StoredCommand? before = Data.Streams.Values.Select(stream => stream.Commands.GetValueOrDefault(append.Command)).FirstOrDefault(command => command is not null);
        if (before is null) return base.Judge(append);
        return before.ContentHash == append.ContentHash ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion) : new AppendResult.CommandIdReused();
    }
}
