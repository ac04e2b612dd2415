namespace CommitmentLedger;

/// <summary>Somebody read the briefing.</summary>
/// <param name="Occasion">What the reader was about to do.</param>
public sealed record Briefed(Occasion Occasion) : LedgerEvent
{
    internal override bool ChangesBriefing => false;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => record.With(record.History with
    {
        Briefings = record.History.Briefings + 1,
        LastBriefedAt = entry.OccurredAt,
    });
}
