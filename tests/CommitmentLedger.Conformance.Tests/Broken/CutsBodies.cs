using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A column of 64 KiB.</summary>
internal sealed class CutsBodies(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append) => base.Write(append with
    {
        Entries = [.. append.Entries.Select(entry => entry.Body.Length > 65_535 ? entry with { Body = entry.Body[..65_535] } : entry)],
    });
}
