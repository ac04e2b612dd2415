namespace CommitmentLedger.Time;

/// <summary>A calendar as its JSON has it: text that is still to be checked.</summary>
internal sealed record CalendarDocument
{
    public string? Name { get; init; }

    public int? Version { get; init; }

    public string? Zone { get; init; }

    public WeekDocument? Hours { get; init; }

    public IReadOnlyList<SpecialDayDocument?>? SpecialDays { get; init; }

    public IReadOnlyList<ClosedPeriodDocument?>? ClosedPeriods { get; init; }
}

/// <summary>The hours of a week.</summary>
internal sealed record WeekDocument
{
    public IReadOnlyList<string?>? Monday { get; init; }

    public IReadOnlyList<string?>? Tuesday { get; init; }

    public IReadOnlyList<string?>? Wednesday { get; init; }

    public IReadOnlyList<string?>? Thursday { get; init; }

    public IReadOnlyList<string?>? Friday { get; init; }

    public IReadOnlyList<string?>? Saturday { get; init; }

    public IReadOnlyList<string?>? Sunday { get; init; }

    /// <summary>The hours from Monday to Sunday. A method, because a property that is ignored would be accepted when read.</summary>
    public IReadOnlyList<string?>?[] ToArray() => [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
}

/// <summary>A special day: closed unless it has hours or is like a weekday.</summary>
internal sealed record SpecialDayDocument
{
    public string? Date { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string?>? Hours { get; init; }

    public string? LikeWeekday { get; init; }

    public bool? Active { get; init; }
}

/// <summary>A closed period, in the calendar's zone unless it names another.</summary>
internal sealed record ClosedPeriodDocument
{
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Name { get; init; }

    public string? Zone { get; init; }

    public bool? Active { get; init; }
}
