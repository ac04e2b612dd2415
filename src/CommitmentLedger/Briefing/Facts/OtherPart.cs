namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Another part of the same promise has closed.</summary>
    /// <param name="How">How it closed.</param>
    /// <param name="Owner">The team that was responsible for it.</param>
    public sealed record OtherPart(Bindingness How, Team Owner) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Other part";

        private protected override string Say() => $"{Phrases.Closed(How)}, {Owner}";
    }
}
