using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The hash of a scrubbed body becomes that of the empty one.</summary>
internal sealed class ScrubsTheHashToo(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredEntry Scrubbed(StoredEntry entry) => base.Scrubbed(entry) with { BodyHash = Digest.Of([]) };
}
