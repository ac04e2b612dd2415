namespace CommitmentLedger.Benchmarks;

/// <summary>What there is to measure, in the order of the table. A new measurement is a file beside this one and a line here.</summary>
internal static class AllMeasurements
{
    public static IReadOnlyList<Measurement> InOrder { get; } =
    [
        new AppendMeasurement(callers: 1),
        new AppendMeasurement(callers: 8),
        new AppendMeasurement(callers: 32),
        new BriefingMeasurement(),
        new MarkedBriefingMeasurement(),
        new MemoryAppendMeasurement(),
        new MemoryBriefingMeasurement(),
    ];
}
