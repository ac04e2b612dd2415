using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The customer asked again.</summary>
    /// <param name="HeardBy">The actor who was asked last.</param>
    /// <param name="At">When the customer last asked.</param>
    /// <param name="Times">How often, at least once.</param>
    /// <param name="Inferred">How many of the times nobody noted, and they follow from the promise being given again.</param>
    public sealed record AskedAgain(Actor HeardBy, Instant At, int Times, int Inferred) : Heard(HeardBy, At)
    {
        /// <inheritdoc/>
        public override string Label => "Asked again";

        private protected override string Say() => $"{Phrases.Times(Times, Inferred)}, {(Times == 1 ? string.Empty : "last ")}{base.Say()}";
    }
}
