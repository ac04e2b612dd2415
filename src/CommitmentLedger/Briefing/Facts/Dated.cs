using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>A fact with a time.</summary>
    /// <param name="At">When.</param>
    public abstract record Dated(Instant At) : BriefingFact
    {
        /// <summary>The zone by whose clock the line tells the time.</summary>
        public DateTimeZone Zone => Clock.Zone;
    }
}
