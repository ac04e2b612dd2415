namespace CommitmentLedger.Events;

/// <summary>Somebody read the briefing.</summary>
/// <param name="Occasion">The reason for the meeting.</param>
public sealed record Briefed(Occasion Occasion) : LedgerEvent
{
    private const int MaxTeams = 20;

    internal override bool ChangesBriefing => false;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => record.With(record.History with
    {
        Briefings = record.History.Briefings + 1,
        LastBriefings =
        [
            .. record.History.LastBriefings.Where(read => read.Team != entry.By.Team).TakeLast(MaxTeams - 1),
            new TeamBriefing(entry.By.Team, entry.OccurredAt),
        ],
    });
}
