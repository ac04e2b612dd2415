namespace CommitmentLedger.Commands;

/// <summary>Confirms a promise that somebody gave, on our own initiative: an assurance, never a second promise, and no sign of doubt.</summary>
/// <remarks>
/// After a change without the customer's consent it confirms the words that stand, or what we are held to where only this has the terms
/// that are named. What was confirmed of the one does not count for the other.
/// </remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Basis">The ground of the confirmation.</param>
/// <param name="Words">The words to the customer, or null when the customer is not told.</param>
public sealed record Confirm(CommitmentId Commitment, Basis Basis, Words? Words = null) : CommitmentCommand(Commitment)
{
    /// <summary>The terms that are confirmed, each as the promise has it. Empty, the default, means all of them, and the date with them.</summary>
    public ValueList<Term> Terms { get; init; }

    internal override Verb Verb => Verbs.Confirm;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (commitment.Assurances.Count >= Refusals.MaxListed) return Refusals.TooMany("assurances");
        Saying said = commitment.Promise.Terms.SaysAllOf(Terms) || !commitment.Held.Terms.SaysAllOf(Terms) ? commitment.Latest : commitment.Agreed;
        ValueList<Term> promised = said.Promise.Terms;
        return promised.SaysAllOf(Terms)
            ? Confirmed.Of(commitment, said, Basis, Words, Terms.IsEmpty ? promised : Terms, withDate: Terms.IsEmpty)
            : new Refusal("unknown_term", "The promise does not have all of these terms. Confirm what it has; make a promise of what is new.")
            {
                Details = [.. Terms.Where(term => !promised.Says(term)).Select(term => term.Name)],
            };
    }
}
