namespace CommitmentLedger;

/// <summary>A verb that acts on an existing commitment: its name and when it is in turn.</summary>
/// <param name="Name">The verb as the reference lists it.</param>
/// <param name="Needs">What it needs, to end the sentence "… needs".</param>
/// <param name="IsInTurn">Whether a commitment allows it now.</param>
internal sealed record Verb(string Name, string Needs, Func<Commitment, bool> IsInTurn);
