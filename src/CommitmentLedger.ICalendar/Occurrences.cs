using NodaTime;

namespace CommitmentLedger.ICalendar;

/// <summary>When an event takes place, by its own clock: what its rule and its dates add, without what they except.</summary>
internal static class Occurrences
{
    /// <summary>The stretches of time by their starts, up to and with the last date.</summary>
    /// <param name="one">The event; not cancelled.</param>
    /// <param name="replaced">The starts that other events replace.</param>
    /// <param name="zone">The zone of the calendar.</param>
    /// <param name="last">The last date that is wanted.</param>
    /// <param name="budget">What may still be counted.</param>
    /// <exception cref="BadLineException">Something in it is not understood, or excepts or replaces what is not there.</exception>
    public static SortedDictionary<LocalDateTime, LocalDateTime> Of(FileEvent one, IReadOnlyList<FileTime> replaced, DateTimeZone zone, LocalDate last, Budget budget)
    {
        FileTime start = one.Start!;
        List<(FileTime Time, LocalDateTime At)> removed =
        [
            .. one.Lines("EXDATE").SelectMany(line => line.Value.Split(',').Select(text => FileTime.Read(line, text))).Concat(replaced)
                .Select(time => (time, time.ByClockOf(start, zone))),
        ];
        foreach ((_, LocalDateTime at) in removed) last = LocalDate.Max(last, at.Date);
        var found = new SortedDictionary<LocalDateTime, LocalDateTime>();
        foreach (LocalDateTime at in one.Rule is { } rule ? Repetition.Starts(rule, start, zone, last, budget) : [start.Local])
            found[at] = one.EndOf(at, zone);
        foreach (ContentLine line in one.Lines("RDATE"))
        {
            foreach (string text in line.Value.Split(','))
            {
                budget.Spend(line);
                Add(line, text);
            }
        }

        var kept = new SortedDictionary<LocalDateTime, LocalDateTime>(found);
        foreach ((FileTime time, LocalDateTime at) in removed)
        {
            if (!found.ContainsKey(at)) throw new BadLineException(time.Number, "This is no day of its event, so nothing is changed by it. Write it in the form of DTSTART, or drop it.");
            kept.Remove(at);
        }

        return kept;

        void Add(ContentLine line, string text)
        {
            string[] ends = text.Split('/');
            bool isPeriod = string.Equals(line.Parameter("VALUE"), "PERIOD", StringComparison.OrdinalIgnoreCase);
            if (ends.Length != (isPeriod ? 2 : 1)) throw new BadLineException(line.Number, $"'{text}' is no date, or its VALUE is another. Correct one of the two.");
            LocalDateTime from = FileTime.Read(line, ends[0]).ByClockOf(start, zone);
            LocalDateTime to = !isPeriod ? one.EndOf(from, zone)
                : ends[1].StartsWith('P') ? Durations.After(from, line, ends[1], start.IsDate)
                : FileTime.Read(line, ends[1]).ByClockOf(start, zone);
            found[from] = to > from ? to : throw new BadLineException(line.Number, $"'{text}' does not end after it begins. Correct it.");
        }
    }
}
