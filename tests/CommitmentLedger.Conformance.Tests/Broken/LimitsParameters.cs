using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A statement has room for a thousand rows; the rest is left out.</summary>
internal sealed class LimitsParameters(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        base.Write(append with { Entries = [.. append.Entries.Take(1_000)] });
        WorkshopStream stream = Data.Stream(append.Stream);
        stream.Version = append.ExpectedVersion + append.Entries.Count;
        return new AppendResult.Appended(stream.Version);
    }
}
