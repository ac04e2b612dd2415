namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The promise that this one is a part of.</summary>
    /// <param name="Code">The code of the whole on the customer's receipt.</param>
    /// <param name="Terms">The terms of the whole; without any, the words alone count.</param>
    public sealed record PartOf(PromiseReference Code, ValueList<Term> Terms) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Part of";

        private protected override string Say() => $"{Promise.SummaryOf(Terms, Words)} ({Code})";
    }
}
