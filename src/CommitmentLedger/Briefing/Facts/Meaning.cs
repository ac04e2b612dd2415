namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The words mean one thing, as was made clear.</summary>
    /// <param name="Reading">The meaning.</param>
    public sealed record Meaning(Words Reading) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Meaning";

        private protected override string Say() => StoredText.OnOneLine(Reading.Text);
    }
}
