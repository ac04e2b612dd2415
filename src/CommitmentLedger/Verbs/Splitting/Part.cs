namespace CommitmentLedger;

/// <summary>One of the parts that a commitment is split into.</summary>
/// <param name="Commitment">The id of the part; make it before the first try.</param>
/// <param name="Promise">The words of the part. Without a deadline of its own, the part is due when the whole was.</param>
public sealed record Part(CommitmentId Commitment, Promise Promise);
