namespace CommitmentLedger.Storage;

/// <summary>A command that wrote entries.</summary>
/// <param name="ContentHash">The digest of its content.</param>
/// <param name="FirstVersion">The version of the first entry it wrote.</param>
/// <param name="LastVersion">The version of the last entry it wrote.</param>
public sealed record StoredCommand(Digest ContentHash, long FirstVersion, long LastVersion);
