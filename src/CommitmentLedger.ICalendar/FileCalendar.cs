using System.Collections.Frozen;

namespace CommitmentLedger.ICalendar;

/// <summary>The events of one calendar of a file, and what the calendar says of all of them.</summary>
internal static class FileCalendar
{
    private static readonly FrozenSet<string> Undated = FrozenSet.Create(
        StringComparer.Ordinal,
        "PRODID", "NAME", "DESCRIPTION", "UID", "LAST-MODIFIED", "URL", "CATEGORIES", "REFRESH-INTERVAL", "SOURCE", "COLOR", "IMAGE");

    /// <summary>The events in the order of the file.</summary>
    /// <exception cref="BadLineException">The calendar holds or says something that is not understood.</exception>
    public static IEnumerable<FileEvent> Events(Component calendar)
    {
        foreach (ContentLine line in calendar.Lines)
        {
            bool isUnderstood = (line.Name, line.Value.Trim().ToUpperInvariant()) switch
            {
                ("VERSION", "2.0") or ("CALSCALE", "GREGORIAN") or ("METHOD", "PUBLISH" or "REQUEST" or "CANCEL") => true,
                _ => Undated.Contains(line.Name) || line.Name.StartsWith("X-", StringComparison.Ordinal),
            };
            if (!isUnderstood) throw new BadLineException(line.Number, $"{line.Name} with this value could change the dates and is not understood. Export the calendar as iCalendar 2.0.");
        }

        bool isCancelled = string.Equals(calendar.Single("METHOD")?.Value.Trim(), "CANCEL", StringComparison.OrdinalIgnoreCase);
        foreach (Component child in calendar.Children)
        {
            if (child.Name == "VEVENT") yield return new FileEvent(child, isCancelled);
            else if (!child.IsPassedOver) throw new BadLineException(child.Number, $"{child.Name} could change the dates and is not understood. Export events only.");
        }
    }
}
