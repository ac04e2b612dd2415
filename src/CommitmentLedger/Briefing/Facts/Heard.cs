using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Something that the customer said to one of us.</summary>
    /// <param name="HeardBy">The actor who heard it.</param>
    /// <param name="At">When.</param>
    public abstract record Heard(Actor HeardBy, Instant At) : Dated(At)
    {
        private protected override string Say() => $"{Clock.Tell(At)}, to {HeardBy}";
    }
}
