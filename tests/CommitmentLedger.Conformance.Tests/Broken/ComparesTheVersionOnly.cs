using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The version is compared, and the head is not.</summary>
internal sealed class ComparesTheVersionOnly(WorkshopData data) : WorkshopStore(data)
{
    protected override bool IsFork(StreamAppend append, Digest head) => false;
}
