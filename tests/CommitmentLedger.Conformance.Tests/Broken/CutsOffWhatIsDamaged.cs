using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Whatever stands after the first block that does not fit is taken for what a crash left.</summary>
internal sealed class CutsOffWhatIsDamaged(WorkshopData data) : WorkshopStore(data)
{
    public override void Recover()
    {
        if (Data.Damaged is not var (key, version)) return;
        int place = Data.Feed.FindIndex(entry => entry.Stream == key && entry.Version == version);
        if (place < 0) return;
        foreach ((_, StreamKey stream, long cut) in Data.Feed[place..])
        {
            Data.Streams[stream].Entries.Remove(cut);
            Data.Streams[stream].Version = Math.Min(Data.Streams[stream].Version, cut - 1);
        }

        Data.Feed.RemoveRange(place, Data.Feed.Count - place);
    }
}
