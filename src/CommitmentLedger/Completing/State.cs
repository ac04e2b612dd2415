namespace CommitmentLedger;

/// <summary>States that a promise is done, with what was delivered. It closes nothing: the customer has the last word.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record State(CommitmentId Commitment) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "State",
        "a promise that binds us and is not stated yet",
        commitment => commitment is { Bindingness: Bindingness.Bound, Conversation: Conversation.Promised or Conversation.Disputed });

    /// <summary>What was delivered, for each term where it is noted; a term that is not mentioned was delivered as promised.</summary>
    public ValueList<TermOutcome> Outcomes { get; init; }

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        ValueList<Term> terms = commitment.Promise.Terms;
        if (Outcomes.Any(outcome => !terms.Any(outcome.IsFor)))
            return new Refusal("unknown_term", "An outcome names a term that the promise does not have. Use the names of the promise's terms.");
        if (terms.Any(term => Outcomes.Count(outcome => outcome.IsFor(term)) > 1))
            return new Refusal("term_judged_twice", "Two outcomes name the same term. Say once what was delivered for it.");
        return new Stated(Commitment, Outcomes);
    }
}
