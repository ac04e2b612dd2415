using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The customer was asked about a split and has not answered.</summary>
    /// <param name="By">The actor who asked.</param>
    /// <param name="At">When.</param>
    /// <param name="Parts">The terms of each part.</param>
    public sealed record SplitProposed(Actor By, Instant At, ValueList<ProposedPart> Parts) : Act(By, At)
    {
        /// <inheritdoc/>
        public override string Label => "Proposed";

        private protected override string Say() => $"to split it: {string.Join("; ", Parts)}; {base.Say()}; the customer has not answered";
    }
}
