using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The agreed date had passed before another was agreed.</summary>
    /// <param name="At">The date that was missed.</param>
    public sealed record Late(Instant At) : Dated(At)
    {
        /// <inheritdoc/>
        public override string Label => "Late";

        private protected override string Say() => $"was due {Clock.Tell(At)}, before another date was agreed";
    }
}
