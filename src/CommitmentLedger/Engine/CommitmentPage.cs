namespace CommitmentLedger;

/// <summary>A page of a customer's closed commitments.</summary>
/// <param name="Commitments">The commitments, those made last first. To go on, ask for those after the last one here.</param>
/// <param name="IsLast">Whether nothing comes after this page.</param>
public sealed record CommitmentPage(ValueList<Commitment> Commitments, bool IsLast);
