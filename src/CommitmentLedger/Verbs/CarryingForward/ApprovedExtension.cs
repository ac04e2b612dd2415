namespace CommitmentLedger;

/// <summary>That a validity was extended, by whose approval, and from when to when.</summary>
/// <param name="By">Who approved it.</param>
/// <param name="From">The validity before.</param>
/// <param name="To">The validity since.</param>
public sealed record ApprovedExtension(Actor By, Deadline From, Deadline To);
