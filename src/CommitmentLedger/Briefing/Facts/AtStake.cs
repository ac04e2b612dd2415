namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Others rely on it beside the customer.</summary>
    /// <param name="Others">How many.</param>
    public sealed record AtStake(int Others) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "At stake";

        private protected override string Say() => Phrases.Others(Others);
    }
}
