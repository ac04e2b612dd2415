using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>Turns commitments into the lines of a briefing.</summary>
internal static class BriefingLines
{
    private static readonly string[] Counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    public static BriefingLine For(Commitment commitment, Instant now, DateTimeZone zone)
    {
        zone = commitment.Promise.PromisedDue?.Zone ?? zone;
        (BriefingLineKind kind, string headline) = commitment switch
        {
            { Conversation: Conversation.Stated } => (BriefingLineKind.AwaitingAcceptance, $"We say it is done, the customer has not agreed yet: {commitment.Promise.Summary}"),
            { IsVague: true } => (BriefingLineKind.Vague, $"{Who(commitment)} promised, with no date: {commitment.Promise.Summary}"),
            _ => (BriefingLineKind.Promise, $"{Who(commitment)} promised: {commitment.Promise.Summary}"),
        };
        return new BriefingLine(
            kind,
            commitment.HealthAt(now),
            commitment.Promise.PromisedDue?.Due,
            Urgency(commitment, now, zone),
            headline,
            [commitment.Id],
            [.. Facts(commitment, zone)]);
    }

    public static BriefingLine Contradiction(Commitment first, Commitment second, Instant now, DateTimeZone zone)
    {
        Commitment earlierDue = second.Promise.PromisedDue?.Due < first.Promise.PromisedDue?.Due ? second : first;
        zone = earlierDue.Promise.PromisedDue?.Zone ?? zone;
        return new BriefingLine(
            BriefingLineKind.Contradiction,
            earlierDue.HealthAt(now),
            earlierDue.Promise.PromisedDue?.Due,
            Urgency(earlierDue, now, zone),
            $"Two promises contradict each other about {first.Promise.Matter}; they cannot both be kept",
            [first.Id, second.Id],
            [.. new[] { first, second }.Select(commitment => new BriefingFact("Promised", $"{commitment.Promise.Summary} — {Given(commitment, zone)}", commitment.Promise.Words))]);
    }

    private static IEnumerable<BriefingFact> Facts(Commitment commitment, DateTimeZone zone)
    {
        yield return new BriefingFact("Promised", Given(commitment, zone), commitment.Promise.Words);
        foreach (Assurance assurance in commitment.Assurances)
            yield return new BriefingFact("Confirmed", $"{BriefingText.Time(assurance.At, zone)}, by {assurance.By}{BasisOf(assurance)}", assurance.Words);
        if (commitment.Reassurance is { } reassurance)
            yield return new BriefingFact("Asked again", $"{Times(reassurance.Times)}, last {BriefingText.Time(reassurance.LastAt, zone)} to {reassurance.LastHeardBy}", reassurance.LastWords);
        if (commitment.Statement is { } statement)
            yield return new BriefingFact("Stated done", $"{BriefingText.Time(statement.DoneAt, zone)}, by {statement.By}");
        foreach (Term term in commitment.Statement?.Unmet(commitment.Promise) ?? [])
            yield return new BriefingFact("Not as promised", $"{term}; delivered {Delivered(commitment.Statement!, term)}");
        foreach (CustomerAccount account in commitment.CustomerAccounts)
            yield return new BriefingFact("Customer said", $"{BriefingText.Time(account.At, zone)}, to {account.HeardBy}", account.Words);
        yield return new BriefingFact("Responsible", commitment.Owner.ToString());
        yield return new BriefingFact("Reference", commitment.Promise.Matter is { } matter ? $"{commitment.Reference}, {matter}" : commitment.Reference.ToString());
    }

    private static string Given(Commitment commitment, DateTimeZone zone) =>
        $"{BriefingText.Time(commitment.PromisedAt, zone)}, by {commitment.PromisedBy}";

    private static string Who(Commitment commitment)
    {
        int teams = commitment.Assurances.Where(assurance => assurance.Words is not null)
            .Select(assurance => assurance.By.Team).Append(commitment.PromisedBy.Team).Distinct().Count();
        return teams == 1 ? $"{commitment.PromisedBy.Team}" : $"{Count(teams)} teams";
    }

    private static string Urgency(Commitment commitment, Instant now, DateTimeZone zone)
    {
        if (commitment.Promise.PromisedDue is not { } deadline) return "No date";
        LocalDateTime due = deadline.Due.InZone(zone).LocalDateTime;
        int days = Period.DaysBetween(now.InZone(zone).Date, due.Date);
        string when = days switch
        {
            0 => "today " + due.ToString("HH:mm", CultureInfo.InvariantCulture),
            1 => "tomorrow " + due.ToString("HH:mm", CultureInfo.InvariantCulture),
            -1 => "yesterday " + due.ToString("HH:mm", CultureInfo.InvariantCulture),
            _ => BriefingText.Time(deadline.Due, zone),
        };
        if (commitment.Conversation == Conversation.Stated) return $"Was due {when}";
        return now > deadline.Due ? $"Overdue since {when}" : $"Due {when}";
    }

    private static string BasisOf(Assurance assurance) => assurance.Basis switch
    {
        Basis.Word => string.Empty,
        Basis.Policy => ", who read the policy",
        Basis.Capacity => ", who checked capacity",
        Basis.SourceSystem => ", shown by a source system",
        _ => ", shown by a document",
    };

    private static TermValue Delivered(Statement statement, Term term) => statement.Outcomes.First(outcome => outcome.IsFor(term)).Delivered;

    private static string Times(int times) => times switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Count(times).ToLowerInvariant()} times",
    };

    private static string Count(int count) => count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);
}
