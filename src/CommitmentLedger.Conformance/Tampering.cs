using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>A change behind the store's back.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Stream">In which stream.</param>
/// <param name="Version">To which entry.</param>
public sealed record Tampering(TamperingKind Kind, StreamKey Stream, long Version);
