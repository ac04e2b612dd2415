using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A scrubbed body is marked as empty, and stays where it was on the disk.</summary>
internal sealed class OnlyMarksWhatItScrubs(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredEntry Scrubbed(StoredEntry entry)
    {
        Data.Remains.Add(entry.Body);
        return base.Scrubbed(entry);
    }
}
