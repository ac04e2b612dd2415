using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The words were confirmed, independently of whoever gave them.</summary>
    /// <param name="By">The actor who confirmed them.</param>
    /// <param name="At">When.</param>
    /// <param name="Basis">The ground of the confirmation.</param>
    /// <param name="Terms">The terms that were confirmed, and no others.</param>
    /// <param name="Extent">How much of what stands that covers.</param>
    /// <param name="OtherDue">The date that was confirmed, where it is another than the one that we are held to; otherwise null.</param>
    public sealed record Confirmed(Actor By, Instant At, Basis Basis, ValueList<Term> Terms, ConfirmedExtent Extent, Deadline? OtherDue) : Act(By, At)
    {
        /// <inheritdoc/>
        public override string Label => "Confirmed";

        private protected override string Say() => base.Say() + Phrases.Rests(Basis) + Extent switch
        {
            ConfirmedExtent.Outdated => ": the words that stood then",
            ConfirmedExtent.Whole => string.Empty,
            _ when Terms.IsEmpty => $": the words alone{Date()}",
            _ => $": {string.Join(", ", Terms)}{Date()}, nothing else",
        };

        private string Date() => OtherDue is { } due ? $", due {due.ToText()}" : string.Empty;
    }
}
