using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Something that one of us did.</summary>
    /// <param name="By">The actor who did it.</param>
    /// <param name="At">When.</param>
    public abstract record Act(Actor By, Instant At) : Dated(At)
    {
        private protected override string Say() => Phrases.When(At, By, Clock);
    }
}
