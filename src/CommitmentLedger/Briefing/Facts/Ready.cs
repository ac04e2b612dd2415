using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Something that had to be true first is true.</summary>
    /// <param name="Name">The precondition, by its name.</param>
    /// <param name="By">The actor who recorded it.</param>
    /// <param name="At">When.</param>
    /// <param name="Evidence">The evidence, if every team may see it; otherwise null.</param>
    /// <param name="HasPrivateEvidence">Whether there is evidence that only those who handle the commitment may see.</param>
    public sealed record Ready(string Name, Actor By, Instant At, Evidence? Evidence, bool HasPrivateEvidence) : Evidenced(By, At, Evidence, HasPrivateEvidence)
    {
        /// <inheritdoc/>
        public override string Label => "Ready";

        private protected override string Say() => $"{Name}, {base.Say()}";
    }
}
