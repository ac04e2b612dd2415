using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>One of two promises that contradict each other.</summary>
    /// <param name="By">The actor who gave or heard the words.</param>
    /// <param name="At">When.</param>
    /// <param name="Code">The code on the customer's receipt.</param>
    /// <param name="Matter">The matter that both are about.</param>
    /// <param name="Terms">The terms; without any, the words alone count.</param>
    /// <param name="WaitsFor">The names of the preconditions that it waits for.</param>
    /// <param name="Date">The due time; null when there is none, or a pause keeps it open.</param>
    public sealed record Contradicting(
        Actor By, Instant At, PromiseReference Code, LookupKey? Matter, ValueList<Term> Terms, ValueList<string> WaitsFor, BriefingDate? Date) : Act(By, At)
    {
        /// <summary>Whether the customer told us of it, and nobody logged it.</summary>
        public bool IsClaimed { get; init; }

        /// <summary>Whether a pause for the customer keeps its date open.</summary>
        public bool IsDateOpen { get; init; }

        /// <summary>The words that we put in its place without the customer's consent, or null.</summary>
        public ChangedByUs? Changed { get; init; }

        /// <inheritdoc/>
        public override string Label => IsClaimed ? "Told" : "Promised";

        private protected override string Say() => $"{Promise.SummaryOf(Terms, Words)}{Provided} ({Code}), {Due}{ByUs} — {base.Say()}";

        private string Provided => WaitsFor.IsEmpty ? string.Empty : $", provided: {string.Join(", ", WaitsFor)}";

        private string Due => IsDateOpen ? "with no date while it waits for the customer" : Date is { } date ? $"due {Clock.Tell(date)}" : "with no date";

        private string ByUs => Changed is { } changed ? $", changed by us to {changed.Change}, without the customer's consent" : string.Empty;
    }
}
