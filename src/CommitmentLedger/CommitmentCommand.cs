namespace CommitmentLedger;

/// <summary>A command about one existing commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
public abstract record CommitmentCommand(CommitmentId Commitment) : Command
{
    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal abstract Verb Verb { get; }

    private protected sealed override Decision Decide(CustomerRecord record, Circumstances at)
    {
        if (record.Find(Commitment) is not { } commitment) return Refusals.CommitmentUnknown with { Commitment = Commitment };
        if (Verb.Refuse(commitment) is { } outOfTurn) return outOfTurn;
        if (Verb.MovesClock && at.OccurredAt < commitment.Clock.LatestAt) return Refusals.OutOfOrder with { Commitment = Commitment, Met = commitment.Standing };
        Decision decision = Answer(commitment, record, at);
        return decision.Refusal is { } no ? no with { Commitment = commitment.Id, Met = commitment.Standing } : decision;
    }

    private protected abstract Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at);
}
