namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The words that stood at first.</summary>
    /// <param name="Terms">The terms; without any, the words alone count.</param>
    /// <param name="Due">The date that goes with the words; null without one.</param>
    public sealed record AtFirst(ValueList<Term> Terms, Deadline? Due) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "At first";

        private protected override string Say() => Phrases.WithDue(Terms, Words, Due);
    }
}
