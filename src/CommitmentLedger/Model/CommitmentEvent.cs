namespace CommitmentLedger.Events;

/// <summary>Something that happened to one commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
public abstract record CommitmentEvent(CommitmentId Commitment) : LedgerEvent
{
    internal sealed override CommitmentId? About => Commitment;

    internal sealed override CustomerRecord Apply(CustomerRecord record, Entry entry) =>
        record.With(Apply(record.Find(Commitment) ?? throw new InvalidOperationException(
            $"Entry {entry.Version} is about commitment {Commitment}, which is not in the record it is applied to."), entry));

    private protected abstract Commitment Apply(Commitment commitment, Entry entry);
}
