using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Something that one of us noted, with or without evidence.</summary>
    /// <param name="By">The actor who did it.</param>
    /// <param name="At">When.</param>
    /// <param name="Evidence">The evidence, if every team may see it; otherwise null.</param>
    /// <param name="HasPrivateEvidence">Whether there is evidence that only those who handle the commitment may see.</param>
    public abstract record Evidenced(Actor By, Instant At, Evidence? Evidence, bool HasPrivateEvidence) : Act(By, At)
    {
        private protected override string Say() => this switch
        {
            { HasPrivateEvidence: true } => $"{base.Say()}; private evidence is kept with those who handle it",
            { Evidence: { } shown } => $"{base.Say()}; shown by {shown.Link}",
            _ => base.Say(),
        };
    }
}
