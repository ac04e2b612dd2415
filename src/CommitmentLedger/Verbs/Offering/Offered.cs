namespace CommitmentLedger.Events;

/// <summary>Something was offered to a customer.</summary>
/// <param name="Commitment">The commitment that may come of it.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Proposal">The offer.</param>
/// <param name="Owner">The team that is responsible.</param>
public sealed record Offered(CommitmentId Commitment, PromiseReference Reference, Promise Proposal, Team Owner) : LedgerEvent
{
    /// <summary>Which commitment it came from, or null. A part of a split that waits for consent is offered so.</summary>
    public Lineage? Lineage { get; init; }

    internal override CommitmentId? About => Commitment;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry)
    {
        Commitment offered = record.Find(Commitment) ?? CommitmentLedger.Commitment.Begin(Commitment, Reference, Proposal, Owner, entry);
        return record.With(offered.Speak(Proposal, entry) with
        {
            Conversation = Conversation.Offered,
            Lineage = Lineage ?? offered.Lineage,
            Root = record.RootOf(Lineage) ?? offered.Root,
            Whole = Lineage is { Kind: LineageKind.PartOf, From: var whole } ? whole : offered.Whole,
        });
    }

    /// <summary>An offer that is made now, as it was admitted.</summary>
    internal static Offered Of(Draft admitted) => new(admitted.Commitment, admitted.Reference, admitted.Promise, admitted.Owner);
}
