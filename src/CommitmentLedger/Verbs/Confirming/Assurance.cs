using NodaTime;

namespace CommitmentLedger;

/// <summary>An independent confirmation of an existing promise; never a second promise.</summary>
/// <param name="By">The actor who confirmed.</param>
/// <param name="At">When.</param>
/// <param name="Basis">The ground of the confirmation.</param>
/// <param name="Words">The words to the customer, or null when the customer was not told.</param>
/// <param name="Terms">The terms that were confirmed, and no others; empty when the promise had none.</param>
public sealed record Assurance(Actor By, Instant At, Basis Basis, Words? Words, ValueList<Term> Terms)
{
    /// <summary>The date that was confirmed, as it was promised and before any pause moved it; null when no date was.</summary>
    public Deadline? PromisedDue { get; init; }

    /// <summary>Whether it can count as a proof: a bot's mere word cannot.</summary>
    internal bool IsProof => By.Bot is null || Basis != Basis.Word;
}
