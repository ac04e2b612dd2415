namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The words that the customer last agreed to, where we changed them by ourselves since: we are held to these.</summary>
    /// <param name="By">The actor who gave them.</param>
    /// <param name="Terms">The terms; without any, the words alone count.</param>
    /// <param name="Due">The date that goes with the words; null without one.</param>
    public sealed record Agreed(Actor By, ValueList<Term> Terms, Deadline? Due) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Agreed";

        private protected override string Say() => $"{Phrases.WithDue(Terms, Words, Due)}; we are held to this";
    }
}
