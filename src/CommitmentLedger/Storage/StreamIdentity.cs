namespace CommitmentLedger.Storage;

/// <summary>The part of a stream that is made with it and tells it from every other: its id, and the key that its contents are kept under.</summary>
/// <param name="Id">The id of the stream.</param>
/// <param name="WrappedKey">The key, wrapped under the ledger's secret where there is one: opaque, at most 200 bytes, empty once it is destroyed.</param>
public sealed record StreamIdentity(StreamId Id, ReadOnlyMemory<byte> WrappedKey);
