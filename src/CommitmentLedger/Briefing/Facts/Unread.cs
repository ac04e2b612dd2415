namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The commitment that cannot be read.</summary>
    /// <param name="Commitment">Which commitment.</param>
    public sealed record Unread(CommitmentId Commitment) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Commitment";

        private protected override string Say() => Commitment.ToString();
    }
}
