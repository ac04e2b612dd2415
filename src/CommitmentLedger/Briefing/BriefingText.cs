using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace CommitmentLedger;

/// <summary>A briefing as text for a screen of 100 columns.</summary>
internal static class BriefingText
{
    private const int Width = 100;
    private const int Indent = 3;
    private const int LabelWidth = 16;

    private static readonly LocalDateTimePattern Heading = LocalDateTimePattern.CreateWithInvariantCulture("dddd d MMMM uuuu, HH:mm");

    public static string Of(Briefing briefing)
    {
        var text = new StringBuilder();
        string at = Heading.Format(briefing.At.InZone(briefing.Zone).LocalDateTime);
        text.Append(CultureInfo.InvariantCulture, $"Briefing for {briefing.Occasion}: customer {briefing.Customer}").AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"{at} ({briefing.Zone.Id}), ledger position {briefing.Position}").AppendLine();
        if (briefing.Lines.IsEmpty) text.AppendLine().AppendLine("Nothing is owed to this customer.");
        foreach (BriefingLine line in briefing.Lines) text.AppendLine().AppendLine(Of(line));
        if (!briefing.CustomersSteps.IsEmpty) text.AppendLine().AppendLine("The customer's next steps:");
        foreach (CustomersStep step in briefing.CustomersSteps) text.Append(' ', Indent).Append(step).Append(" (").Append(step.Reference).AppendLine(")");
        return text.AppendLine().Append(Of(briefing.History)).ToString();
    }

    public static string Of(BriefingLine line)
    {
        var text = new StringBuilder();
        Wrap(text, $"{line.Urgency.ToUpperInvariant()} · {line.Headline}", indent: 0);
        foreach (BriefingFact fact in line.Facts)
        {
            text.AppendLine().Append(' ', Indent).Append(fact.Label.PadRight(LabelWidth));
            Wrap(text, fact.Text, Indent + LabelWidth);
            if (fact.Words is null) continue;
            text.AppendLine().Append(' ', Indent + LabelWidth);
            Wrap(text, fact.Words.ToString(), Indent + LabelWidth);
        }

        return text.ToString();
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

    private static void Wrap(StringBuilder text, string content, int indent)
    {
        int column = indent;
        foreach (string word in content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > indent && column + 1 + word.Length > Width)
            {
                text.AppendLine().Append(' ', Math.Max(indent, Indent));
                column = indent;
            }
            else if (column > indent)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }
    }
}
