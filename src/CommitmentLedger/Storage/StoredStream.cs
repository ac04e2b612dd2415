namespace CommitmentLedger.Storage;

/// <summary>A stream as it stands.</summary>
/// <param name="Identity">The identity that it was made with.</param>
/// <param name="Version">How many entries it has, at least 1.</param>
/// <param name="Head">The head of its hash chain after the last entry.</param>
/// <param name="Record">The record document as it was last written.</param>
/// <param name="Commitments">The open commitments and the closed ones asked for, in no particular order.</param>
/// <param name="Command">The command looked for, or null when it never wrote here.</param>
public sealed record StoredStream(
    StreamIdentity Identity,
    long Version,
    Digest Head,
    ReadOnlyMemory<byte> Record,
    IReadOnlyList<CommitmentDocument> Commitments,
    StoredCommand? Command);
