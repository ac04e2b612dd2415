using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>We put other words in the place of the agreed ones, without the customer's consent.</summary>
    /// <param name="By">The actor who changed them.</param>
    /// <param name="At">When.</param>
    /// <param name="Terms">The terms; without any, the words alone count.</param>
    /// <param name="Due">The date that goes with the words; null without one.</param>
    public sealed record ChangedByUs(Actor By, Instant At, ValueList<Term> Terms, Deadline? Due) : Act(By, At)
    {
        internal string Change => Phrases.WithDue(Terms, Words, Due);

        /// <inheritdoc/>
        public override string Label => "Changed by us";

        private protected override string Say() => $"{Change}; without the customer's consent; {base.Say()}";
    }
}
