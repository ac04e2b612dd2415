namespace CommitmentLedger;

/// <summary>A promise was given.</summary>
/// <param name="Commitment">The commitment that it made.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Promise">The words and what they oblige us to.</param>
/// <param name="Owner">The team that is to deliver.</param>
public sealed record Promised(CommitmentId Commitment, PromiseReference Reference, Promise Promise, Team Owner) : LedgerEvent
{
    /// <summary>The open commitments that cannot be kept together with this one.</summary>
    public ValueList<CommitmentId> Contradicts { get; init; }

    internal override CommitmentId? About => Commitment;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => record.With(new Commitment
    {
        Id = Commitment,
        Customer = record.Customer,
        Reference = Reference,
        Promise = Promise,
        PromisedBy = entry.By,
        PromisedAt = entry.OccurredAt,
        MadeAtVersion = entry.Version,
        Owner = Owner,
        Conversation = Conversation.Promised,
        Bindingness = Bindingness.Bound,
        Certainty = Certainty.Recorded,
        Clock = CommitmentClock.NotStarted.Start(entry.OccurredAt),
    });
}
