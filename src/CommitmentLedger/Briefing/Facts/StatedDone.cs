using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>We say that it is done.</summary>
    /// <param name="By">The actor who states it.</param>
    /// <param name="At">When it was done.</param>
    public sealed record StatedDone(Actor By, Instant At) : Act(By, At)
    {
        /// <inheritdoc/>
        public override string Label => "Stated done";
    }
}
