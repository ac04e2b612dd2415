using CommitmentLedger.Storage;

namespace CommitmentLedger.PostgreSql;

/// <summary>A stream that somebody wants to have, and how much of it.</summary>
internal readonly record struct LoadRequest(StreamKey Stream, LoadScope Scope);
