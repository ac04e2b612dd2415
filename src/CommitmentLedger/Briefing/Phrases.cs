using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>How a briefing puts things.</summary>
internal static class Phrases
{
    private static readonly string[] Counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    public static string Time(Instant instant, DateTimeZone zone) => Moment(instant.InZone(zone).LocalDateTime);

    public static string When(Instant at, Actor by, DateTimeZone zone) => $"{Time(at, zone)}, by {by}";

    /// <summary>The teams that gave the customer the words: one by name, several by their number.</summary>
    public static string Who(Commitment commitment)
    {
        if (commitment.Assurances.IsEmpty) return commitment.PromisedBy.Team.ToString();
        int teams = commitment.Assurances.Where(assurance => assurance.Words is not null)
            .Select(assurance => assurance.By.Team).Append(commitment.PromisedBy.Team).Distinct().Count();
        return teams == 1 ? commitment.PromisedBy.Team.ToString() : $"{Count(teams)} teams";
    }

    public static string Times(int times) => times switch
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

    private static string Count(int count) => count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);
}
