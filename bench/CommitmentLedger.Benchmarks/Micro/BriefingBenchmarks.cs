using BenchmarkDotNet.Attributes;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>A briefing from a record that is there already.</summary>
[MemoryDiagnoser]
public class BriefingBenchmarks
{
    private static readonly Occasion CheckIn = new("check-in");
    private static readonly CommitmentLedger.Briefing Composed = CommitmentLedger.Briefing.Compose(LedgerCase.Record, CheckIn, LedgerCase.Now, DateTimeZone.Utc);

    [Benchmark]
    public object ComposeWithTenOpen() => CommitmentLedger.Briefing.Compose(LedgerCase.Record, CheckIn, LedgerCase.Now, DateTimeZone.Utc);

    /// <summary>The same as a person reads it.</summary>
    [Benchmark]
    public string ToText() => Composed.ToText();

    /// <summary>The same for another program.</summary>
    [Benchmark]
    public string ToJson() => Composed.ToJson();
}
