using NodaTime;

namespace CommitmentLedger.Commands;

/// <summary>A command about one existing commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
public abstract record CommitmentCommand(CommitmentId Commitment) : Command
{
    internal override ValueList<CommitmentId> Touches => [Commitment];

    /// <inheritdoc/>
    /// <remarks>A commitment's clock knows only one direction, so that what happens now follows what it counts, however far ahead that was dated.</remarks>
    internal sealed override Instant When(CustomerRecord record, Circumstances at) =>
        Verb.MovesClock && record.Find(Commitment) is { } commitment && ClockMoved(commitment, record).LatestAt is { } latest && at.OccurredAt < latest
        && (OccurredAt is null || HostClocks.IsJustBefore(at.OccurredAt, latest))
            ? latest
            : base.When(record, at);

    internal sealed override Decision Decide(CustomerRecord record, Circumstances at)
    {
        if (record.Find(Commitment) is not { } commitment) return Refusals.CommitmentUnknown with { Commitment = Commitment };
        if (Verb.Refuse(commitment) is { } outOfTurn) return outOfTurn;
        if (Verb.MovesClock && at.OccurredAt < ClockMoved(commitment, record).LatestAt) return Refusals.OutOfOrder with { Commitment = Commitment, Found = commitment.Standing };
        Decision decision = Decide(commitment, record, at);
        return decision.Refusal is { } no ? no with { Commitment = commitment.Id, Found = commitment.Standing } : decision;
    }

    /// <summary>The clock that a verb moves, where it moves one: that of the commitment it names, unless the verb says otherwise.</summary>
    private protected virtual CommitmentClock ClockMoved(Commitment commitment, CustomerRecord record) => commitment.Clock;

    private protected abstract Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at);
}
