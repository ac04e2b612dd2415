using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The due time of what cannot be read.</summary>
    /// <param name="At">The due time; null when nobody knows.</param>
    public sealed record DueThen(Instant? At) : BriefingFact
    {
        /// <summary>The zone by whose clock the line tells the time.</summary>
        public DateTimeZone Zone => Clock.Zone;

        /// <inheritdoc/>
        public override string Label => "Due";

        private protected override string Say() => At is { } due ? Clock.Tell(due) : Phrases.NotKnown;
    }
}
