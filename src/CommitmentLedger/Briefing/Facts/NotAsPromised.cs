namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The delivery does not satisfy a term.</summary>
    /// <param name="Term">The term.</param>
    /// <param name="Delivered">The delivered value.</param>
    public sealed record NotAsPromised(Term Term, TermValue Delivered) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Not as promised";

        private protected override string Say() => $"{Term}; delivered {TermText.Delivered(Delivered, Term.Name)}";
    }
}
