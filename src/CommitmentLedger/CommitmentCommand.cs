using NodaTime;

namespace CommitmentLedger;

/// <summary>A command about one existing commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
public abstract record CommitmentCommand(CommitmentId Commitment) : Command
{
    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal abstract Verb Verb { get; }

    /// <inheritdoc/>
    /// <remarks>A commitment's clock knows only one direction, so that what happens now follows what it counts, however far ahead that was dated.</remarks>
    internal sealed override Instant When(CustomerRecord record, Circumstances at) =>
        Verb.MovesClock && record.Find(Commitment)?.Clock.LatestAt is { } latest && at.OccurredAt < latest
        && (OccurredAt is null || IsJustBefore(latest, at))
            ? latest
            : base.When(record, at);

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
