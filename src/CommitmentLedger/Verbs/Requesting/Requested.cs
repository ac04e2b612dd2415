namespace CommitmentLedger.Events;

/// <summary>A customer asked for something.</summary>
/// <param name="Commitment">The commitment that may come of it.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Wish">The customer's wish.</param>
/// <param name="Owner">The team that is responsible: the one that heard it.</param>
public sealed record Requested(CommitmentId Commitment, PromiseReference Reference, Promise Wish, Team Owner) : LedgerEvent
{
    internal override CommitmentId? About => Commitment;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) =>
        record.With(CommitmentLedger.Commitment.Begin(Commitment, Reference, Wish, Owner, entry) with { Conversation = Conversation.Requested });

    /// <summary>A request that is recorded now, as it was admitted.</summary>
    internal static Requested Of(Draft admitted) => new(admitted.Commitment, admitted.Reference, admitted.Promise, admitted.Owner);
}
