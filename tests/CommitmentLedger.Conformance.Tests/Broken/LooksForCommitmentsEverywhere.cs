using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commitments that must be new are looked for among those of all customers.</summary>
internal sealed class LooksForCommitmentsEverywhere(WorkshopData data) : WorkshopStore(data)
{
    protected override bool IsThere(StreamAppend append, CommitmentId commitment) => AllDocuments().Any(document => document.Commitment == commitment);
}
