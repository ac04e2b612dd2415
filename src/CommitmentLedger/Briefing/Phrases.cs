using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>How a briefing puts things.</summary>
internal static class Phrases
{
    private static readonly string[] Counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    public static string When(Instant at, Actor by, LineTimes times) => $"{times.Tell(at)}, by {by}";

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

    public static string Urgency(Commitment commitment, BriefingDate? date, LineTimes times)
    {
        if (date is null) return commitment.Clock.State == ClockState.Paused ? "Waiting" : "No date";
        BriefingDate told = date.ToTheMinute;
        if (!commitment.IsPromised) return $"For {times.Tell(told)}";
        if (commitment.Conversation == Conversation.Stated) return $"Was due {times.Tell(told)}";
        return times.Now > commitment.WatchedDue && times.IsPast(date.Due) ? $"Overdue since {times.TellEnd(told.Due)}" : $"Due {times.Tell(told)}";
    }

    /// <summary>The date of a promise beside another that it contradicts: <c>due Sat 14 Nov 10:00–12:00</c>.</summary>
    public static string Due(Commitment commitment, LineTimes times)
    {
        if (BriefingDate.Of(commitment) is { } date) return $"due {times.Tell(date)}";
        return commitment.Promise.PromisedDue is null ? "with no date" : "with no date while it is paused";
    }

    public static string Others(int others) =>
        others == 1 ? "one other relies on it" : string.Create(CultureInfo.InvariantCulture, $"{others:#,##0} others rely on it");

    public static string Rests(Basis basis) => basis switch
    {
        Basis.Word => string.Empty,
        Basis.Policy => ", who read the policy",
        Basis.Capacity => ", who checked capacity",
        Basis.SourceSystem => ", shown by a source system",
        _ => ", shown by a document",
    };

    private static string Count(int count) => count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);
}
