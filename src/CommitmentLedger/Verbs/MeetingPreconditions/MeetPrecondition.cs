namespace CommitmentLedger.Commands;

/// <summary>Records that a precondition is true now. The last one binds us; the last one of the customer's lets our clock run.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Precondition">The name of the precondition.</param>
/// <param name="Evidence">The evidence; needed when a source system says so and no person.</param>
public sealed record MeetPrecondition(CommitmentId Commitment, string Precondition, Evidence? Evidence = null) : CommitmentCommand(Commitment)
{
    /// <summary>The name of the precondition, 1 to 60 characters.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public string Precondition { get; init => field = Text.Name(value, "The precondition's name"); } = Text.Name(Precondition, "The precondition's name");

    internal override Verb Verb => Verbs.MeetPrecondition;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (!commitment.Promise.Preconditions.Any(condition => condition.IsNamed(Precondition)))
            return new Refusal("precondition_unknown", "The promise has no precondition of this name. Use a name that the promise lists.");
        if (!commitment.UnmetPreconditions.Any(condition => condition.IsNamed(Precondition)))
            return new Refusal("precondition_met", "This precondition was met before. Nothing more is needed for it.");
        if (at.By is { Person: null, Channel: var channel } && channel == Channel.System && Evidence is null)
            return new Refusal("evidence_missing", "A source system says so without evidence. Send the evidence with it, such as a link to its record.");

        return new PreconditionMet(Commitment, Precondition, Evidence);
    }
}
