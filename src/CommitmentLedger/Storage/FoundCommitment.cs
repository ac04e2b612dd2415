namespace CommitmentLedger.Storage;

/// <summary>One answer to a query.</summary>
/// <param name="Document">The commitment as it stands.</param>
/// <param name="Identity">The identity of the stream that it belongs to, as it is now.</param>
public sealed record FoundCommitment(CommitmentDocument Document, StreamIdentity Identity);
