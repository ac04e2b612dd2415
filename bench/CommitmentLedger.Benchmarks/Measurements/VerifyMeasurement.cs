using System.Diagnostics;

namespace CommitmentLedger.Benchmarks;

/// <summary>Verifying that everything in the ledger is as it was written.</summary>
internal sealed class VerifyMeasurement : Measurement
{
    /// <summary>A larger ledger takes too long for a round; what each customer costs does not depend on how many there are.</summary>
    private const long MostCommitments = 100_000;

    public override string Name => "verify";

    public override string Reading =>
        "VerifyAsync of the whole ledger, divided by the machine's cores, all of which it uses: the feed is read once for the customers, then each customer's entries, whose hashes are computed, "
        + "whose bodies are read and folded, and whose documents are compared. Up to 100,000 commitments.";

    public override IReadOnlyList<Line> Lines(StoreKind store, long size) => store == StoreKind.Memory || size > MostCommitments
        ? []
        : [new Line("verifying, a core", "entries/s", Against: null, Goal.AtLeast(100_000))];

    public override async Task<double[]> OursAsync(Workbench bench)
    {
        long start = Stopwatch.GetTimestamp();
        Verification verification = await bench.Ledger.VerifyAsync();
        if (!verification.IsSound) throw new InvalidOperationException($"What was measured with is not sound. {verification}");
        return [verification.Entries / Stopwatch.GetElapsedTime(start).TotalSeconds / Environment.ProcessorCount];
    }
}
