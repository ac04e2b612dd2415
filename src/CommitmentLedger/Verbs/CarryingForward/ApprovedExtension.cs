namespace CommitmentLedger;

/// <summary>An extended validity, with its approval and both dates.</summary>
/// <param name="By">The person who approved it.</param>
/// <param name="From">The validity before.</param>
/// <param name="To">The validity since.</param>
public sealed record ApprovedExtension(Actor By, Deadline From, Deadline To);
