namespace CommitmentLedger.Events;

/// <summary>Somebody read the briefing.</summary>
/// <param name="Occasion">The reason for the meeting.</param>
public sealed record Briefed(Occasion Occasion) : LedgerEvent
{
    private const int MaxTeams = 20;

    internal override bool ChangesBriefing => false;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry)
    {
        CustomerHistory history = record.History with { Briefings = record.History.Briefings + 1 };

        // A reading that is noted late may have been followed by another one already.
        bool isLatest = !history.LastBriefings.Any(read => read.Team == entry.By.Team && read.At > entry.OccurredAt);
        if (!isLatest) return record.With(history);
        IEnumerable<TeamBriefing> others = history.LastBriefings.Where(read => read.Team != entry.By.Team);
        return record.With(history with { LastBriefings = [.. others.TakeLast(MaxTeams - 1), new TeamBriefing(entry.By.Team, entry.OccurredAt)] });
    }
}
