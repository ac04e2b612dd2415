namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The code on the customer's receipt.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Matter">The matter that it is about; null when nobody named one.</param>
    public sealed record Reference(PromiseReference Code, LookupKey? Matter) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Reference";

        private protected override string Say() => Matter is null ? Code.ToString() : $"{Code}, {Matter}";
    }
}
