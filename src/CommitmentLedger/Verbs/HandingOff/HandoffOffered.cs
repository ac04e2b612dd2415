using NodaTime;

namespace CommitmentLedger.Events;

/// <summary>Another team was asked to take a commitment over.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="To">The team that was asked.</param>
/// <param name="AnswerBy">Until when that team may accept.</param>
/// <param name="Words">A message to the team, or null.</param>
public sealed record HandoffOffered(CommitmentId Commitment, Team To, Deadline AnswerBy, Words? Words) : CommitmentEvent(Commitment)
{
    /// <summary>How long a team may take to answer where no date lies ahead.</summary>
    private static readonly Duration UsualTime = Duration.FromDays(1);

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Handoff = new PendingHandoff(To, entry.By, entry.OccurredAt, AnswerBy, Words),
    };

    /// <summary>
    /// What follows when a team speaks for another one that is to deliver or to answer: that one is asked, and whoever spoke is
    /// responsible until it accepts. Nothing when a team speaks for itself. The team may answer until the first of the dates that lies
    /// ahead, and where none does, for a day.
    /// </summary>
    internal static IEnumerable<LedgerEvent> ToTeam(CommitmentId commitment, Team team, Circumstances at, Words? words, params ReadOnlySpan<Deadline?> dates)
    {
        if (team == at.By.Team) return [];
        Deadline answerBy = Deadline.At(at.Now + UsualTime, DateTimeZone.Utc);
        bool isDated = false;
        foreach (Deadline? date in dates)
        {
            if (date is null || date.Due <= at.Now || (isDated && date.Due >= answerBy.Due)) continue;
            (answerBy, isDated) = (Deadline.At(date.Due, date.Zone), true);
        }

        return [new HandoffOffered(commitment, team, answerBy, words)];
    }
}
