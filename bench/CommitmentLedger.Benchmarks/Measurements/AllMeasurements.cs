namespace CommitmentLedger.Benchmarks;

/// <summary>What there is to measure, in the order of the table. A new measurement is a file beside this one and a line here.</summary>
/// <remarks>Evaluating policies has none, because the library does not have them yet.</remarks>
internal static class AllMeasurements
{
    public static IReadOnlyList<Measurement> InOrder { get; } =
    [
        new AppendMeasurement(callers: 1),
        new AppendMeasurement(callers: 8),
        new AppendMeasurement(callers: 32),
        new LogBytesMeasurement(),
        new BriefingMeasurement(),
        new MarkedBriefingMeasurement(),
        new SizeMeasurement(),
        new LongHistoryMeasurement(),
        new MemoryAppendMeasurement(),
        new MemoryBriefingMeasurement(),
        new OneCustomerMeasurement(),
        new FourProcessesMeasurement(),
        new FeedMeasurement(),
        new ImportMeasurement(),
        new VerifyMeasurement(),
        new StartMeasurement(),
    ];
}
