namespace CommitmentLedger;

/// <summary>A command about one existing commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
public abstract record CommitmentCommand(CommitmentId Commitment) : Command
{
    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal abstract Verb Verb { get; }

    private protected sealed override Decision Answer(CustomerRecord record, Circumstances at)
    {
        if (record.Find(Commitment) is not { } commitment)
        {
            return new Refusal("commitment_unknown", "This customer has no such commitment. Check the customer and the commitment id; Find looks it up.")
            {
                Commitment = Commitment,
            };
        }

        Decision decision = Verb.IsInTurn(commitment) ? Answer(commitment, record, at) : OutOfTurn(commitment);
        return decision.Refusal is { } no ? no with { Commitment = commitment.Id, Met = commitment.Standing } : decision;
    }

    private protected abstract Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at);

    private Refusal OutOfTurn(Commitment commitment) => new(
        commitment.IsOpen ? "out_of_turn" : "commitment_closed",
        $"{Verb.Name} needs {Verb.Needs}; this one is {commitment.Conversation} and {commitment.Bindingness}.");
}
