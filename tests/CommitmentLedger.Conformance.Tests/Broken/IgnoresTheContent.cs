using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commands are told apart by their id alone.</summary>
internal sealed class IgnoresTheContent(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) =>
        base.Judge(append) is AppendResult.CommandIdReused && Data.Streams[append.Stream].Commands[append.Command] is var before
            ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion)
            : base.Judge(append);
}
