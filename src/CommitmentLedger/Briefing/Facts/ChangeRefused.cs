using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The customer said no to a change.</summary>
    /// <param name="HeardBy">The actor who heard it.</param>
    /// <param name="At">When.</param>
    public sealed record ChangeRefused(Actor HeardBy, Instant At) : Heard(HeardBy, At)
    {
        /// <inheritdoc/>
        public override string Label => "Change refused";
    }
}
