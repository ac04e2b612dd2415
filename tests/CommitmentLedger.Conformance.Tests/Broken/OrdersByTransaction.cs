using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The feed waits for elder transactions, but orders by their numbers: who began first and wrote last comes first.</summary>
internal sealed class OrdersByTransaction(WorkshopData data) : NumberedFeedStore(data)
{
    protected override bool WaitsForElders => true;
}
