namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The reason why it was not kept.</summary>
    /// <param name="Reason">The reason, as a history keeps it.</param>
    public sealed record Because(string Reason) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Because";

        private protected override string Say() => Reason;
    }
}
