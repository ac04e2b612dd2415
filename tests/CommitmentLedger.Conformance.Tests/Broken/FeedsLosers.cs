using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The feed is written before the outcome is known.</summary>
internal sealed class FeedsLosers(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Append(StreamAppend append)
    {
        AppendResult result = base.Append(append);
        if (result is AppendResult.Replayed replayed) Data.Feed.Add((append.Tenant, append.Stream, replayed.FirstVersion));
        return result;
    }
}
