using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The affected rows are counted, empty or not.</summary>
internal sealed class CountsScrubsTwice(WorkshopData data) : WorkshopStore(data)
{
    protected override int Scrub(StreamKey key, ValueList<long> versions)
    {
        base.Scrub(key, versions);
        return versions.Count;
    }
}
