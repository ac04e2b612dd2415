using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The head is kept once for an append, and given with each of its entries.</summary>
internal sealed class GivesTheLastHeadToEveryEntry(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append) =>
        base.Write(append with { Entries = [.. append.Entries.Select(entry => entry with { Head = append.Head })] });
}
