namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>A longer validity was approved.</summary>
    /// <param name="To">The validity since.</param>
    /// <param name="From">The validity before.</param>
    /// <param name="By">The actor who approved it.</param>
    public sealed record Exception(Deadline To, Deadline From, Actor By) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Exception";

        private protected override string Say() => $"valid until {To.ToText()} instead of {From.ToText()}, approved by {By}";
    }
}
