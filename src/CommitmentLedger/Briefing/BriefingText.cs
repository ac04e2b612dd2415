using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>A briefing as text for a screen of 100 columns.</summary>
internal static class BriefingText
{
    private const int Width = 100;
    private const int Indent = 3;
    private const int LabelWidth = 16;

    /// <summary>Where a line goes on that began further left: at no place where a line of ours begins, so that stored text cannot look like one.</summary>
    private const int Hang = 6;

    private static readonly LocalDatePattern Heading = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");

    public static string Of(Briefing briefing)
    {
        var text = new StringBuilder();
        OffsetDateTime at = ToldTime.Of(briefing.At, briefing.Zone).With(TimeAdjusters.TruncateToMinute);
        string time = DateText.Time(at, ToldTime.OccursTwice(at, briefing.Zone));
        Wrap(text, $"Briefing for {briefing.Occasion}: customer {briefing.Customer}", 0, Hang);
        text.AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"{Heading.Format(at.Date)}, {time} ({briefing.Zone.Id}), ledger position {briefing.Position}").AppendLine();
        if (briefing.Lines.IsEmpty) text.AppendLine().AppendLine("Nothing is owed to this customer.");
        foreach (BriefingLine line in briefing.Lines) text.AppendLine().AppendLine(Of(line));
        if (!briefing.CustomersSteps.IsEmpty) text.AppendLine().AppendLine("The customer's next steps:");
        foreach (CustomersStep step in briefing.CustomersSteps)
        {
            text.Append(' ', Indent);
            Wrap(text, $"{step} ({step.Reference})", Indent, Hang);
            text.AppendLine();
        }

        return text.AppendLine().Append(Of(briefing.History)).ToString();
    }

    public static string Of(BriefingLine line) => Of(line.Urgency, line.Headline, line.Facts);

    public static string Of(string urgency, string headline, ValueList<BriefingFact> facts)
    {
        var text = new StringBuilder();
        Wrap(text, $"{Loud(urgency)} · {headline}", 0, Hang);
        foreach (BriefingFact fact in facts)
        {
            text.AppendLine().Append(' ', Indent).Append(fact.Label.PadRight(LabelWidth));
            Wrap(text, fact.Text, Indent + LabelWidth, Indent + LabelWidth + 2);
            if (fact.Words is null) continue;
            text.AppendLine().Append(' ', Indent + LabelWidth);
            Wrap(text, StoredText.OnOneLine(fact.Words.ToString()), Indent + LabelWidth, Indent + LabelWidth + 1);
        }

        return text.ToString();
    }

    /// <summary>In capitals, but for the zone behind it, whose name would not be found that way.</summary>
    private static string Loud(string urgency)
    {
        int zone = urgency.IndexOf('(', StringComparison.Ordinal);
        return zone < 0 ? urgency.ToUpperInvariant() : urgency[..zone].ToUpperInvariant() + urgency[zone..];
    }

    private static string Of(CustomerHistory history)
    {
        (int Count, string What)[] figures =
        [
            (history.Kept, "kept"), (history.KeptLate, "kept late"), (history.PartiallyKept, "kept in part"), (history.Broken, "broken"),
            (history.Withdrawn, "taken back by us"), (history.Released, "released by the customer"), (history.Expired, "expired"),
        ];
        string closed = string.Join(", ", figures.Where(figure => figure.Count > 0).Select(figure => $"{figure.Count} {figure.What}"));
        return $"So far: {history.Promised} promised{(closed.Length > 0 ? $"; {closed}" : string.Empty)}.";
    }

    /// <summary>Fills lines from a column on, and goes on at another; no break in the content begins a line.</summary>
    private static void Wrap(StringBuilder text, string content, int column, int goesOnAt)
    {
        bool isFirst = true;
        foreach (string word in StoredText.Words(content).SelectMany(word => Pieces(word, Width - goesOnAt)))
        {
            if (!isFirst && column + 1 + word.Length > Width)
            {
                text.AppendLine().Append(' ', goesOnAt);
                column = goesOnAt;
            }
            else if (!isFirst)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
            isFirst = false;
        }
    }

    /// <summary>A word that is longer than a line would be broken by the screen, at the margin.</summary>
    private static IEnumerable<string> Pieces(string word, int longest)
    {
        while (word.Length > longest)
        {
            int length = char.IsHighSurrogate(word[longest - 1]) ? longest - 1 : longest;
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }
}
