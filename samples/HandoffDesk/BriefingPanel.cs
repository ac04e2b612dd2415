using System.Globalization;
using System.Text;
using CommitmentLedger;
using NodaTime.Text;

namespace HandoffDesk;

/// <summary>A briefing for the narrow panel beside a customer's data: each fact under its label, so that it can be wrapped at any width.</summary>
internal static class BriefingPanel
{
    /// <summary>Begins the line that says which state of the customer's record the briefing was made from.</summary>
    public const string Position = "Ledger position ";

    private static readonly ZonedDateTimePattern Heading = ZonedDateTimePattern.CreateWithInvariantCulture("dddd d MMMM, HH:mm", zoneProvider: null);

    public static string Of(Briefing briefing)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Heading.Format(briefing.At.InZone(briefing.Zone))}: {briefing.Occasion}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Position}{briefing.Position}");
        foreach (BriefingLine line in briefing.Lines)
        {
            text.AppendLine().AppendLine(line.Urgency.ToUpperInvariant()).AppendLine(line.Headline);
            foreach (BriefingFact fact in line.Facts)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{fact.Label}: {fact.Text}");
                if (fact.Words is not null) text.AppendLine(CultureInfo.InvariantCulture, $"  {fact.Words}");
            }
        }

        return text.ToString().TrimEnd();
    }
}
