using BenchmarkDotNet.Attributes;
using CommitmentLedger.Serialization;

namespace CommitmentLedger.Benchmarks;

/// <summary>Between what the core thinks in and the bytes that stores keep.</summary>
[MemoryDiagnoser]
public class CodecBenchmarks
{
    [Benchmark]
    public object EncodeEntry() => LedgerCodec.Encode(LedgerCase.Entry, LedgerCase.Stream, LedgerCase.Stored.Head);

    [Benchmark]
    public object DecodeEntry() => LedgerCodec.Decode(LedgerCase.StoredEntry);

    [Benchmark]
    public object EncodeCommitment() => LedgerCodec.Encode(LedgerCase.Commitment, LedgerCase.Stream, LedgerCase.Tenant);

    [Benchmark]
    public object DecodeCommitment() => LedgerCodec.Decode(LedgerCase.Document);

    /// <summary>The record document, without the commitments, which have documents of their own.</summary>
    [Benchmark]
    public object EncodeRecord() => LedgerCodec.EncodeRecord(LedgerCase.Record);

    /// <summary>The record document and ten open commitments: what every load decodes.</summary>
    [Benchmark]
    public object DecodeRecordWithTenOpen() => LedgerCodec.Decode(LedgerCase.Customer, LedgerCase.Stored);
}
