namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The reason in the customer's life.</summary>
    /// <param name="Occasion">The reason.</param>
    public sealed record For(Occasion Occasion) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "For";

        private protected override string Say() => Occasion.ToString();
    }
}
