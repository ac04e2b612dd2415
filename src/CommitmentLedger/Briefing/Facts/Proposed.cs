using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The customer was asked about other words and has not answered.</summary>
    /// <param name="By">The actor who asked.</param>
    /// <param name="At">When.</param>
    /// <param name="Terms">The terms; without any, the words alone count.</param>
    /// <param name="Due">The date that goes with the words; null without one.</param>
    public sealed record Proposed(Actor By, Instant At, ValueList<Term> Terms, Deadline? Due) : Act(By, At)
    {
        /// <inheritdoc/>
        public override string Label => "Proposed";

        private protected override string Say() => $"{Phrases.WithDue(Terms, Words, Due)}; {base.Say()}; the customer has not answered";
    }
}
