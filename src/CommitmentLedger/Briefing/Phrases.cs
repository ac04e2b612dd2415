using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>How a briefing puts things.</summary>
internal static class Phrases
{
    public const string NotKnown = "not known";

    private static readonly string[] Counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    public static string When(Instant at, Actor by, LineTimes times) => $"{times.Tell(at)}, by {by}";

    public static string WithDue(ValueList<Term> terms, Words? words, Deadline? due) => $"{Promise.SummaryOf(terms, words)}, {(due is null ? "without a date" : $"due {due.ToText()}")}";

    /// <summary>
    /// Who promised what: one team by name, several by their number. Where fewer teams said some of the terms, these follow with who said
    /// them: <c>Two teams promised: 4 adults; membership alone: 2 extra beds</c>.
    /// </summary>
    public static string Promised(Commitment commitment, ValueList<SaidTerms> said, bool isUndated)
    {
        var team = commitment.Agreed.By.Team.ToString();
        string most = said is [{ Teams: > 1 } first, ..] ? $"{Count(first.Teams)} teams" : team;
        string terms = Promise.SummaryOf(said.IsEmpty ? commitment.Held.Terms : said[0].Terms, commitment.Held.Words);
        return string.Concat([$"{most} promised{(isUndated ? ", with no date" : string.Empty)}: {terms}", .. said.Skip(1).Select(Fewer)]);

        string Fewer(SaidTerms rest) => $"; {(rest.Teams == 1 ? $"{team} alone" : $"{Count(rest.Teams).ToLowerInvariant()} teams")}: {string.Join(", ", rest.Terms)}";
    }

    /// <summary>How often the customer asked again, and how much of that nobody noted.</summary>
    public static string Times(int times, int inferred) => inferred switch
    {
        0 => Times(times),
        _ when inferred == times => $"{Times(times)} (inferred from the promise being given again)",
        _ => $"{Times(times)} ({Times(inferred)} inferred from the promise being given again)",
    };

    private static string Times(int times) => times switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Count(times).ToLowerInvariant()} times",
    };

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

    private static string Count(int count) => count < Counts.Length ? Counts[count] : count.ToString(CultureInfo.InvariantCulture);
}
