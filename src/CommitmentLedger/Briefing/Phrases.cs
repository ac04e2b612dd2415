using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>How a briefing puts things.</summary>
internal static class Phrases
{
    private static readonly string[] Counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    public static string When(Instant at, Actor by, LineTimes times) => $"{times.Tell(at)}, by {by}";

    /// <summary>
    /// Who promised what: one team by name, several by their number. Where fewer teams said some of the terms, these follow with who said
    /// them: <c>Two teams promised: 4 adults; membership alone: 2 extra beds</c>.
    /// </summary>
    public static string Promised(Commitment commitment)
    {
        string date = commitment.IsVague ? ", with no date" : string.Empty;
        string first = commitment.Agreed.By.Team.ToString();
        if (commitment.Assurances.IsEmpty) return $"{first} promised{date}: {commitment.Held.Summary}";

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

        string who = said[0].Teams == 1 ? first : $"{Count(said[0].Teams)} teams";
        return string.Concat([$"{who} promised{date}: {said[0].Terms}", .. said.Skip(1).Select(Fewer)]);

        string Fewer((int Teams, string Terms) rest) =>
            $"; {(rest.Teams == 1 ? $"{first} alone" : $"{Count(rest.Teams).ToLowerInvariant()} teams")}: {rest.Terms}";
    }

    /// <summary>How often the customer asked again, and how much of that nobody noted.</summary>
    public static string Times(Doubt asked) => asked.Inferred switch
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

    public static string Urgency(Commitment commitment, BriefingDate? date, LineTimes times)
    {
        if (date is null) return "No date";
        BriefingDate told = date.ToTheMinute;
        bool isPast = times.Now > commitment.WatchedDue && times.IsPast(date.Due);
        if (commitment is { IsPromised: true, DueTimes: null }) return $"Waiting for the customer, ask again {(isPast ? "since " : string.Empty)}{times.Tell(told)}";
        if (!commitment.IsPromised) return $"For {times.Tell(told)}";
        if (commitment.Conversation == Conversation.Stated) return $"{(isPast ? "Was due" : "Due")} {times.Tell(told)}";
        return isPast ? $"Overdue since {times.TellEnd(told.Due)}" : $"Due {times.Tell(told)}";
    }

    /// <summary>The date of a promise beside another that it contradicts: <c>due Sat 14 Nov 10:00–12:00</c>.</summary>
    public static string Due(Commitment commitment, LineTimes times) =>
        commitment is { IsPromised: true, DueTimes: null, Held.PromisedDue: not null } ? "with no date while it waits for the customer"
        : BriefingDate.Of(commitment) is { } date ? $"due {times.Tell(date)}" : "with no date";

    public static string Others(int others) =>
        others == 1 ? "one other relies on it" : string.Create(CultureInfo.InvariantCulture, $"{others:#,##0} others rely on it");

    public static string Closed(Bindingness how) => how switch
    {
        Bindingness.Kept => "kept",
        Bindingness.KeptLate => "kept late",
        Bindingness.PartiallyKept => "kept in part",
        Bindingness.Broken => "broken",
        Bindingness.Withdrawn => "taken back by us",
        Bindingness.Released => "released by the customer",
        Bindingness.Expired => "expired",
        _ => "carried forward",
    };

    public static string Rests(Basis basis) => basis switch
    {
        Basis.Word => string.Empty,
        Basis.Policy => ", who read the policy",
        Basis.Capacity => ", who checked capacity",
        Basis.SourceSystem => ", who saw it in a source system",
        _ => ", who saw a document",
    };

    /// <summary>How many teams gave the words: the one that promised, and those that assured the customer of it.</summary>
    private static int Teams(Commitment commitment, IEnumerable<Assurance> told) =>
        told.Select(assurance => assurance.By.Team).Append(commitment.Agreed.By.Team).Distinct().Count();

    private static string Count(int count) => count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);
}
