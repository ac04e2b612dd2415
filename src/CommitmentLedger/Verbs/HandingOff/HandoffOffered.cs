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
    /// What follows where another team than the owner is to deliver or to answer: that one is asked, and the owner is responsible until it
    /// accepts. Nothing where it is the owner. The team may answer until the first of the dates that lies ahead, and where none does, for a
    /// day.
    /// </summary>
    internal static IEnumerable<LedgerEvent> ToTeam(CommitmentId commitment, Team owner, Team team, Circumstances at, Words? words, params ReadOnlySpan<Deadline?> dates)
    {
        if (team == owner) return [];
        Deadline answerBy = Deadline.At(at.Now + UsualTime, DateTimeZone.Utc);
        bool isDated = false;
        foreach (Deadline? date in dates)
        {
            if (date is null || date.Due <= at.Now || (isDated && date.Due >= answerBy.Due)) continue;
            (answerBy, isDated) = (Deadline.At(date.Due, date.Zone), true);
        }

        return [new HandoffOffered(commitment, team, answerBy, words)];
    }

    /// <summary>
    /// What follows for a team that was asked to take one commitment over and has time left to answer, when another comes of it: it is asked
    /// for that one, to answer no later than before, nor than that one is due.
    /// </summary>
    internal static IEnumerable<LedgerEvent> Anew(PendingHandoff? asked, CommitmentId commitment, Team owner, Circumstances at, Deadline? due) =>
        asked is null || asked.HasLapsedAt(at.OccurredAt) ? [] : ToTeam(commitment, owner, asked.To, at, asked.Words, asked.AnswerBy, due);

    /// <summary>What follows for such a team when the commitment is due sooner than the answer: it is asked again, to answer until then.</summary>
    internal static IEnumerable<LedgerEvent> Sooner(Commitment commitment, Circumstances at, Deadline? due) =>
        commitment.Handoff is { } asked && due?.Due > at.Now && asked.AnswerBy.Due > due.Due ? Anew(asked, commitment.Id, commitment.Owner, at, due) : [];
}
