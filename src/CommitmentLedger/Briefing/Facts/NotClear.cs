namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The words may mean more than one thing.</summary>
    /// <param name="Readings">The possible meanings.</param>
    public sealed record NotClear(ValueList<Words> Readings) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Not clear";

        private protected override string Say() => "may mean " + string.Join(" or ", Readings.Select(reading => StoredText.OnOneLine(reading.Text)));
    }
}
