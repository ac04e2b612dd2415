namespace CommitmentLedger.Events;

/// <summary>A promise was confirmed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Basis">The ground of the confirmation.</param>
/// <param name="Words">The words to the customer, or null when the customer was not told.</param>
/// <param name="Terms">The terms that were confirmed, and no others.</param>
public sealed record Confirmed(CommitmentId Commitment, Basis Basis, Words? Words, ValueList<Term> Terms) : CommitmentEvent(Commitment)
{
    /// <summary>The date that was confirmed, as it was promised; null when no date was.</summary>
    public Deadline? PromisedDue { get; init; }

    /// <summary>The date that the customer was told again, as the pauses had moved it; null when no date was confirmed, or none could be told.</summary>
    public Deadline? Due { get; init; }

    /// <summary>The names of the customer's missing steps.</summary>
    public ValueList<string> CustomersSteps { get; init; }

    /// <summary>The content that nobody had said before, or null.</summary>
    public Additions? Adds { get; init; }

    /// <summary>The confirmation of some of the terms of a commitment's words as they stand now, and of their date or not.</summary>
    internal static Confirmed Of(Commitment commitment, Saying said, Basis basis, Words? words, ValueList<Term> terms, bool withDate) =>
        new(commitment.Id, basis, words, said.Promise.Terms.SaidToo(terms))
        {
            PromisedDue = withDate ? said.Promise.PromisedDue : null,
            Due = withDate ? said.Due : null,
            CustomersSteps = [.. commitment.UnmetPreconditions.Where(condition => condition.By == Party.Customer).Select(condition => condition.Name)],
        };

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.WithWords(words => words.With(Adds)) with
    {
        Assurances = commitment.Assurances.Add(new Assurance(entry.By, entry.OccurredAt, Basis, Words, Terms) { PromisedDue = PromisedDue }),
    };
}
