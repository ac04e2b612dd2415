using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Bodies are emptied by version, without the stream.</summary>
internal sealed class ScrubsEveryStream(WorkshopData data) : WorkshopStore(data)
{
    protected override int Scrub(StreamKey key, ValueList<long> versions)
    {
        foreach (StreamKey other in Data.Streams.Keys.Where(other => other != key).ToArray()) base.Scrub(other, versions);
        return base.Scrub(key, versions);
    }
}
