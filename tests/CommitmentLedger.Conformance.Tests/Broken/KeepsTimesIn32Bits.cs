using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A time column that ends in 2038.</summary>
internal sealed class KeepsTimesIn32Bits(WorkshopData data) : WorkshopStore(data)
{
    private static readonly NodaTime.Instant End = NodaTime.Instant.FromUnixTimeSeconds(int.MaxValue);

    protected override AppendResult Write(StreamAppend append) =>
        base.Write(append with { Entries = [.. append.Entries.Select(entry => entry with { OccurredAt = NodaTime.Instant.Min(entry.OccurredAt, End) })] });
}
