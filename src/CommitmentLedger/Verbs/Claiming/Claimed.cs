namespace CommitmentLedger.Events;

/// <summary>A customer told of a promise that nobody logged.</summary>
/// <param name="Commitment">The commitment that it made.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Promise">The promise as the customer tells it.</param>
/// <param name="Owner">The team that is responsible until another takes it over.</param>
public sealed record Claimed(CommitmentId Commitment, PromiseReference Reference, Promise Promise, Team Owner) : LedgerEvent
{
    /// <summary>The instants that it is watched by, or null without a deadline.</summary>
    public DueTimes? DueTimes { get; init; }

    internal override CommitmentId? About => Commitment;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry)
    {
        Commitment claimed = CommitmentLedger.Commitment.Begin(Commitment, Reference, Promise, Owner, entry);
        CustomerRecord next = record.With(claimed with
        {
            Conversation = Conversation.Promised,
            Bindingness = Promise.Binds,
            Clock = claimed.Clock.Start(entry.OccurredAt).Value,
            Certainty = Certainty.Claimed,
            DueTimes = DueTimes,
        });
        return next.With(next.History with { Claimed = next.History.Claimed + 1 });
    }

    /// <summary>A claim that is recorded now, as it was admitted.</summary>
    internal static Claimed Of(Draft admitted) =>
        new(admitted.Commitment, admitted.Reference, admitted.Promise, admitted.Owner) { DueTimes = admitted.DueTimes };
}
