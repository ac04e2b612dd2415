using BenchmarkDotNet.Attributes;

namespace CommitmentLedger.Benchmarks;

/// <summary>The pure part of a promise: the rule, and what its entry does to the record.</summary>
[MemoryDiagnoser]
public class DecideBenchmarks
{
    /// <summary>The rule alone: the events or a refusal.</summary>
    [Benchmark]
    public object? Decide() => LedgerCase.Command.Decide(LedgerCase.Record, LedgerCase.Circumstances).Refusal;

    /// <summary>One entry applied to a record with ten open commitments.</summary>
    [Benchmark]
    public object Fold() => LedgerCase.Record.Apply(LedgerCase.Entry);

    /// <summary>Both, as the ledger does it.</summary>
    [Benchmark]
    public object DecideAndFold() => Outcome.On(LedgerCase.Command, LedgerCase.Record, LedgerCase.Circumstances);
}
