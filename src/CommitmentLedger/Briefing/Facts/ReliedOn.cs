using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The customer did something because of the promise.</summary>
    /// <param name="At">When.</param>
    public sealed record ReliedOn(Instant At) : Dated(At)
    {
        /// <inheritdoc/>
        public override string Label => "Relied on it";

        private protected override string Say() => Clock.Tell(At);
    }
}
