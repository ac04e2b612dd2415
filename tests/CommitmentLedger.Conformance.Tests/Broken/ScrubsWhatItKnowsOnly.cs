using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Scrubbing stops at the first thing that is not there.</summary>
internal sealed class ScrubsWhatItKnowsOnly(WorkshopData data) : WorkshopStore(data)
{
    protected override int Scrub(StreamKey key, ValueList<long> versions) =>
        versions.All(version => Data.Streams.TryGetValue(key, out WorkshopStream? stream) && stream.Entries.ContainsKey(version))
            ? base.Scrub(key, versions)
            : throw new KeyNotFoundException("There is no such entry.");
}
