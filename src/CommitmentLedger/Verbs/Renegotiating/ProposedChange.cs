using NodaTime;

namespace CommitmentLedger;

/// <summary>A change that the customer was asked about and has not answered. Until then the words that stand are those that stood.</summary>
/// <param name="By">The actor who asked.</param>
/// <param name="At">When.</param>
/// <param name="Promise">The words that would stand, or null when a split was proposed.</param>
/// <param name="Parts">The parts that it would be split into; empty when other words were proposed.</param>
public sealed record ProposedChange(Actor By, Instant At, Promise? Promise, ValueList<CommitmentId> Parts)
{
    /// <summary>Whether a split was proposed.</summary>
    public bool IsSplit => !Parts.IsEmpty;
}
