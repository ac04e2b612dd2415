namespace CommitmentLedger.Events;

/// <summary>Somebody met the customer.</summary>
/// <param name="Interaction">Which interaction.</param>
/// <param name="Occasion">The reason for the meeting.</param>
/// <param name="IsBriefed">Whether the team had read the briefing in the half hour before.</param>
public sealed record InteractionStarted(InteractionId Interaction, Occasion Occasion, bool IsBriefed) : LedgerEvent
{
    internal override bool ChangesBriefing => false;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => record.With(record.History with
    {
        Interactions = record.History.Interactions + 1,
        UnbriefedInteractions = record.History.UnbriefedInteractions + (IsBriefed ? 0 : 1),
        OpenInteractions = record.History.OpenInteractions.Add(new OpenInteraction(Interaction, Occasion, entry.By, entry.OccurredAt)),
    });
}
