namespace CommitmentLedger;

/// <summary>A promise was confirmed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Basis">What the confirmation rests on.</param>
/// <param name="Words">What the customer was told, or null when the customer was not told.</param>
/// <param name="Terms">The terms that were confirmed, and no others.</param>
public sealed record Confirmed(CommitmentId Commitment, Basis Basis, Words? Words, ValueList<Term> Terms) : CommitmentEvent(Commitment)
{
    /// <summary>What was said beside that nobody had said before, or null.</summary>
    public Additions? Adds { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Promise = commitment.Promise.With(Adds),
        Assurances = commitment.Assurances.Add(new Assurance(entry.By, entry.OccurredAt, Basis, Words, Terms)),
    };
}
