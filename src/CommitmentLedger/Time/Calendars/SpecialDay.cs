using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// A day whose hours differ from those of its weekday: a public holiday, a short day, a Saturday worked like a Monday. It takes the
/// place of all hours that open on that date, those over midnight included. An entry for one date goes before a yearly one; of two
/// entries for the same date the one listed last counts, and <see cref="WorkingCalendar.Lint"/> names both.
/// </summary>
public sealed class SpecialDay
{
    private readonly OpenInterval[] _hours;

    private SpecialDay(LocalDate? date, AnnualDate? yearly, string name, OpenInterval[] hours, IsoDayOfWeek? like, bool isActive)
    {
        Date = date;
        Yearly = yearly;
        Name = BoundedText.Require(name, BoundedText.MaxNameLength, nameof(name));
        _hours = hours;
        LikeWeekday = like;
        IsActive = isActive;
    }

    /// <summary>The one date; null for a yearly day.</summary>
    public LocalDate? Date { get; }

    /// <summary>The day of every year; null for a single date. The 29th of February occurs in leap years only.</summary>
    public AnnualDate? Yearly { get; }

    /// <summary>The name of the day for the explanation, 1 to 100 characters.</summary>
    public string Name { get; }

    /// <summary>The hours instead of the weekday's. Empty: closed all day, unless <see cref="LikeWeekday"/> says otherwise.</summary>
    public IReadOnlyList<OpenInterval> Hours => Array.AsReadOnly(_hours);

    /// <summary>The weekday whose hours apply; null when <see cref="Hours"/> do.</summary>
    public IsoDayOfWeek? LikeWeekday { get; }

    internal OpenInterval[] HoursArray => _hours;

    /// <summary>Whether the entry counts. The default is true; an entry that is not active stays on record without effect.</summary>
    public bool IsActive { get; }

    /// <summary>Closed all day, once.</summary>
    public static SpecialDay Closed(LocalDate date, string name) => new(date, null, name, [], null, isActive: true);

    /// <summary>Closed all day, every year.</summary>
    public static SpecialDay Closed(AnnualDate yearly, string name) => new(null, yearly, name, [], null, isActive: true);

    /// <summary>Open at these hours only, once.</summary>
    /// <exception cref="ArgumentException">No hours are given, or one of them is <c>default</c>.</exception>
    public static SpecialDay Open(LocalDate date, string name, params IReadOnlyList<OpenInterval> hours) =>
        new(date, null, name, OpeningHours.Copy(hours, nameof(hours), atLeast: 1), null, isActive: true);

    /// <summary>Open at these hours only, every year.</summary>
    /// <exception cref="ArgumentException">No hours are given, or one of them is <c>default</c>.</exception>
    public static SpecialDay Open(AnnualDate yearly, string name, params IReadOnlyList<OpenInterval> hours) =>
        new(null, yearly, name, OpeningHours.Copy(hours, nameof(hours), atLeast: 1), null, isActive: true);

    /// <summary>A date that is worked like another weekday.</summary>
    /// <exception cref="ArgumentException"><paramref name="weekday"/> is none.</exception>
    public static SpecialDay Like(LocalDate date, string name, IsoDayOfWeek weekday) =>
        new(date, null, name, [], OpeningHours.RequireWeekday(weekday), isActive: true);

    /// <summary>The same entry without effect.</summary>
    public SpecialDay Inactive() => new(Date, Yearly, Name, _hours, LikeWeekday, isActive: false);

    /// <summary>The date and the name: <c>2026-12-25 Christmas Day</c>, or <c>--12-25 Christmas Day</c> when yearly.</summary>
    public override string ToString() => $"{Days.Print(this)} {Name}";
}
