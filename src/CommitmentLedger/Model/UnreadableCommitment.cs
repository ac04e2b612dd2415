using NodaTime;

namespace CommitmentLedger;

/// <summary>A commitment whose document this version of the library cannot read, by what stands beside its state.</summary>
internal sealed record UnreadableCommitment(CommitmentId Id, bool IsOpen, Instant? Due, Team? Owner);
