namespace CommitmentLedger.Events;

/// <summary>An interaction was over.</summary>
/// <param name="Interaction">Which interaction.</param>
public sealed record InteractionEnded(InteractionId Interaction) : LedgerEvent
{
    internal override bool ChangesBriefing => false;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => record.With(record.History with
    {
        OpenInteractions = [.. record.History.OpenInteractions.Where(open => open.Id != Interaction)],
    });
}
