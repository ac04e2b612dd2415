using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>How a briefing puts things.</summary>
internal static class Phrases
{
    private static readonly string[] Counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    public static string Time(Instant instant, DateTimeZone zone) => Moment(instant.InZone(zone).LocalDateTime);

    public static string When(Instant at, Actor by, DateTimeZone zone) => $"{Time(at, zone)}, by {by}";

    /// <summary>
    /// Who promised what: one team by name, several by their number. Where fewer teams said some of the terms, these follow with who said
    /// them: <c>Two teams promised: 4 adults; membership alone: 2 extra beds</c>.
    /// </summary>
    public static string Promised(Commitment commitment)
    {
        string date = commitment.IsVague ? ", with no date" : string.Empty;
        if (commitment.Assurances.IsEmpty) return $"{commitment.PromisedBy.Team} promised{date}: {commitment.Held.Summary}";

        Assurance[] told = [.. commitment.StandingAssurances.Where(assurance => assurance.Words is not null)];
        (int Teams, string Terms)[] said = commitment.Held.Terms.IsEmpty
            ? [(Teams(commitment, told), commitment.Held.Summary)]
            :
            [
                .. from term in commitment.Held.Terms
                   group term by Teams(commitment, told.Where(assurance => assurance.Terms.Says(term))) into alike
                   orderby alike.Key descending
                   select (alike.Key, string.Join(", ", alike)),
            ];

        string who = said[0].Teams == 1 ? commitment.PromisedBy.Team.ToString() : $"{Count(said[0].Teams)} teams";
        return string.Concat([$"{who} promised{date}: {said[0].Terms}", .. said.Skip(1).Select(Fewer)]);

        string Fewer((int Teams, string Terms) rest) =>
            $"; {(rest.Teams == 1 ? $"{commitment.PromisedBy.Team} alone" : $"{Count(rest.Teams).ToLowerInvariant()} teams")}: {rest.Terms}";
    }

    /// <summary>How often the customer asked again, and how much of that nobody noted.</summary>
    public static string Times(Reassurance asked) => asked.Inferred switch
    {
        0 => Times(asked.Times),
        _ when asked.Inferred == asked.Times => $"{Times(asked.Times)} (inferred from the promise being given again)",
        _ => $"{Times(asked.Times)} ({Times(asked.Inferred)} inferred from the promise being given again)",
    };

    private static string Times(int times) => times switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Count(times).ToLowerInvariant()} times",
    };

    public static string Urgency(Commitment commitment, Instant now, DateTimeZone zone)
    {
        if (commitment.WatchedDue is not { } due) return "No date";
        string when = Day(due, now, zone);
        if (commitment is { IsPromised: true, DueTimes: null }) return now > due ? $"Waiting for the customer, ask again since {when}" : $"Waiting for the customer, ask again {when}";
        if (!commitment.IsPromised) return $"For {when}";
        if (commitment.Conversation == Conversation.Stated) return $"Was due {when}";
        return now > due ? $"Overdue since {when}" : $"Due {when}";
    }

    public static string Rests(Basis basis) => basis switch
    {
        Basis.Word => string.Empty,
        Basis.Policy => ", who read the policy",
        Basis.Capacity => ", who checked capacity",
        Basis.SourceSystem => ", shown by a source system",
        _ => ", shown by a document",
    };

    public static string Day(Instant instant, Instant now, DateTimeZone zone)
    {
        LocalDateTime local = instant.InZone(zone).LocalDateTime;
        string time = string.Create(CultureInfo.InvariantCulture, $"{local.Hour:D2}:{local.Minute:D2}");
        return Period.DaysBetween(now.InZone(zone).Date, local.Date) switch
        {
            -1 => $"yesterday {time}",
            0 => $"today {time}",
            1 => $"tomorrow {time}",
            _ => Moment(local),
        };
    }

    /// <summary><c>Sat 14 Nov 15:00</c>.</summary>
    private static string Moment(LocalDateTime local) => local.ToDateTimeUnspecified().ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How many teams gave the words: the one that promised, and those that assured the customer of it.</summary>
    private static int Teams(Commitment commitment, IEnumerable<Assurance> told) =>
        told.Select(assurance => assurance.By.Team).Append(commitment.PromisedBy.Team).Distinct().Count();

    private static string Count(int count) => count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);
}
