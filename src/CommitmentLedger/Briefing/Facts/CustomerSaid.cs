using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The customer gave an account of what was promised.</summary>
    /// <param name="HeardBy">The actor who heard it.</param>
    /// <param name="At">When.</param>
    public sealed record CustomerSaid(Actor HeardBy, Instant At) : Heard(HeardBy, At)
    {
        /// <inheritdoc/>
        public override string Label => "Customer said";
    }
}
