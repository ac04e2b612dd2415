using BenchmarkDotNet.Attributes;
using CommitmentLedger.Serialization;

namespace CommitmentLedger.Benchmarks;

/// <summary>Between what the core thinks in and the bytes that stores keep.</summary>
[MemoryDiagnoser]
public class CodecBenchmarks
{
    [Benchmark]
    public object EncodeEntry() => LedgerCodec.Encode(LedgerCase.Entry, LedgerCase.Seal, LedgerCase.Stored.Head);

    [Benchmark]
    public object DecodeEntry() => LedgerCodec.Decode(LedgerCase.StoredEntry, LedgerCase.Seal);

    [Benchmark]
    public object EncodeCommitment() => LedgerCodec.Encode(LedgerCase.Commitment, LedgerCase.Place, LedgerCase.Seal);

    [Benchmark]
    public object DecodeCommitment() => LedgerCodec.Decode(LedgerCase.Document, LedgerCase.Seal);

    /// <summary>The record document, without the commitments, which have documents of their own.</summary>
    [Benchmark]
    public object EncodeRecord() => LedgerCodec.EncodeRecord(LedgerCase.Record, LedgerCase.Seal);

    /// <summary>The record document and ten open commitments: what every load decodes.</summary>
    [Benchmark]
    public object DecodeRecordWithTenOpen() => LedgerCodec.Decode(LedgerCase.Customer, LedgerCase.Stored, LedgerCase.Seal);
}
