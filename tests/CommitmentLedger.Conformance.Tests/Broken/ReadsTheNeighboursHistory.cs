using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The query for history lacks the stream.</summary>
internal sealed class ReadsTheNeighboursHistory(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        Data.Streams.Values.SelectMany(stream => stream.Entries.Values).Where(entry => entry.Version > afterVersion);
}
