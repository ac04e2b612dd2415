using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Places in the feed come from a sequence, taken before the commit: the later number is often visible first.</summary>
internal sealed class PollsASequence(WorkshopData data) : NumberedFeedStore(data)
{
    protected override bool WaitsForElders => false;
}
