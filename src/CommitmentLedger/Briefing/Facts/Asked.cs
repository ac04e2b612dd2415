using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The words were the customer's wish.</summary>
    /// <param name="By">The actor who gave or heard the words.</param>
    /// <param name="At">When.</param>
    /// <param name="Terms">The terms; without any, the words alone count.</param>
    public sealed record Asked(Actor By, Instant At, ValueList<Term> Terms) : Act(By, At)
    {
        /// <inheritdoc/>
        public override string Label => "Asked";
    }
}
