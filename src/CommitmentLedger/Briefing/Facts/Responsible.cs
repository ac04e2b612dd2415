namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The team that is responsible now.</summary>
    /// <param name="Team">The team; null when nobody knows.</param>
    public sealed record Responsible(Team? Team) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Responsible";

        private protected override string Say() => Team?.ToString() ?? Phrases.NotKnown;
    }
}
