using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>A colleague left a note.</summary>
    /// <param name="By">The actor who noted it.</param>
    /// <param name="At">When.</param>
    /// <param name="Evidence">The evidence, if every team may see it; otherwise null.</param>
    /// <param name="HasPrivateEvidence">Whether there is evidence that only those who handle the commitment may see.</param>
    public sealed record Noted(Actor By, Instant At, Evidence? Evidence, bool HasPrivateEvidence) : Evidenced(By, At, Evidence, HasPrivateEvidence)
    {
        /// <inheritdoc/>
        public override string Label => "Note";
    }
}
