namespace CommitmentLedger.Benchmarks;

/// <summary>How often callers did something in a time.</summary>
/// <param name="Counts">How often each of them did it.</param>
/// <param name="Time">How long it took until the last was done.</param>
internal sealed record Throughput(IReadOnlyList<long> Counts, TimeSpan Time)
{
    public long Total => Counts.Sum();

    public double PerSecond => Total / Time.TotalSeconds;

    /// <summary>The count of the slowest caller, divided by that of the fastest.</summary>
    public double Fairness => (double)Counts.Min() / Counts.Max();
}
