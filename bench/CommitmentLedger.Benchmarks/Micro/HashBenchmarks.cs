using BenchmarkDotNet.Attributes;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>The digests that an append computes, and SHA-256 of its body alone to compare them with.</summary>
[MemoryDiagnoser]
public class HashBenchmarks
{
    [Benchmark(Baseline = true)]
    public Digest Body() => Digest.Of(LedgerCase.StoredEntry.Body.Span);

    /// <summary>What tells whether two commands ask for the same.</summary>
    [Benchmark]
    public Digest CommandContent() => LedgerCase.Seal.HashContent(LedgerCodec.HashContent(LedgerCase.Customer, LedgerCase.By, LedgerCase.Command));

    /// <summary>One entry into the hash chain of its stream.</summary>
    [Benchmark]
    public Digest Chain() => EntryChain.Next(LedgerCase.Stored.Head, LedgerCase.Seal.Identity.Id, LedgerCase.StoredEntry);
}
