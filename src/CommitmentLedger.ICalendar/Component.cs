namespace CommitmentLedger.ICalendar;

/// <summary>What stands between a BEGIN and its END.</summary>
internal sealed class Component(ContentLine begin)
{
    /// <summary>What is no event and changes none. Zones are those of the tz database.</summary>
    private static readonly string[] Beside = ["VTIMEZONE", "VTODO", "VJOURNAL"];

    public string Name { get; } = begin.Value.ToUpperInvariant();

    /// <summary>The line of its BEGIN.</summary>
    public int Number { get; } = begin.Number;

    public List<ContentLine> Lines { get; } = [];

    public List<Component> Children { get; } = [];

    public bool IsPassedOver => Beside.Contains(Name) || Name.StartsWith("X-", StringComparison.Ordinal);

    /// <summary>Puts the calendars of a file together.</summary>
    /// <exception cref="BadLineException">The file is cut off, or something stands outside of a calendar.</exception>
    public static List<Component> Read(List<ContentLine> lines)
    {
        var calendars = new List<Component>();
        var open = new Stack<Component>();
        foreach (ContentLine line in lines)
        {
            if (line.Name == "BEGIN")
            {
                var component = new Component(line);
                if (open.Count > 0) open.Peek().Children.Add(component);
                else if (component.Name == "VCALENDAR") calendars.Add(component);
                else throw new BadLineException(line.Number, "This stands outside of a calendar. Begin with BEGIN:VCALENDAR.");
                open.Push(component);
            }
            else if (open.Count == 0)
            {
                throw new BadLineException(line.Number, "This stands outside of a calendar. Begin with BEGIN:VCALENDAR.");
            }
            else if (line.Name != "END")
            {
                open.Peek().Lines.Add(line);
            }
            else if (!string.Equals(open.Pop().Name, line.Value, StringComparison.OrdinalIgnoreCase))
            {
                throw new BadLineException(line.Number, "This ends something that was not begun last. Give a whole file.");
            }
        }

        if (open.TryPeek(out Component? cut)) throw new BadLineException(lines[^1].Number, $"The file is cut off: {cut.Name} has no end. Give a whole file.");
        return calendars.Count > 0 ? calendars : throw new BadLineException(1, "The file does not begin with BEGIN:VCALENDAR. Give an iCalendar file.");
    }

    /// <summary>The line of a property that is there at most once; null when it is not.</summary>
    /// <exception cref="BadLineException">It is there twice.</exception>
    public ContentLine? Single(string name)
    {
        ContentLine[] found = [.. Lines.Where(line => line.Name == name)];
        return found.Length <= 1 ? found.FirstOrDefault() : throw new BadLineException(found[1].Number, $"{name} is there twice. Give it once.");
    }
}
