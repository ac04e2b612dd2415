using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Time;

/// <summary>
/// Opening hours by the wall clock, of one day: <c>09:00-17:00</c>, <c>18:00-24:00</c>, or over midnight <c>22:00-06:00+1</c>.
/// The opening instant is open, the closing instant is closed. Hours over midnight belong to the day on which they open.
/// Whole seconds; more than none and at most 24 hours. <c>default</c> is refused wherever an interval is asked for.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpenInterval : IParsable<OpenInterval>
{
    private const string NextDay = "+1";
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    private OpenInterval(LocalTime opens, LocalTime closes, bool closesNextDay)
    {
        Opens = opens;
        Closes = closes;
        ClosesNextDay = closesNextDay;
    }

    /// <summary>The first open moment.</summary>
    public LocalTime Opens { get; }

    /// <summary>The first closed moment. Midnight on the next day is what <c>24:00</c> means.</summary>
    public LocalTime Closes { get; }

    /// <summary>Whether <see cref="Closes"/> is on the day after.</summary>
    public bool ClosesNextDay { get; }

    internal bool IsDefault => !ClosesNextDay && Closes == Opens;

    /// <summary>Hours within one day.</summary>
    /// <exception cref="ArgumentException">The end is not after the beginning, or a time has a fraction of a second.</exception>
    public static OpenInterval Between(LocalTime opens, LocalTime closes) => Problem(opens, closes, nextDay: false) is { } problem
        ? throw new ArgumentException(problem, nameof(closes))
        : new OpenInterval(opens, closes, closesNextDay: false);

    /// <summary>Hours that end on the next day; with <see cref="LocalTime.Midnight"/> as the end they close at 24:00.</summary>
    /// <exception cref="ArgumentException">The hours are longer than a day, or a time has a fraction of a second.</exception>
    public static OpenInterval OverMidnight(LocalTime opens, LocalTime closes) => Problem(opens, closes, nextDay: true) is { } problem
        ? throw new ArgumentException(problem, nameof(closes))
        : new OpenInterval(opens, closes, closesNextDay: true);

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    /// <exception cref="FormatException">The text is no interval; the message says why.</exception>
    public static OpenInterval Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Read(s, out OpenInterval interval) is { } problem ? throw new FormatException(problem) : interval;
    }

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OpenInterval result) =>
        Read(s ?? string.Empty, out result) is null;

    /// <summary>The hours as <see cref="Parse"/> reads them; seconds only where there are any.</summary>
    public override string ToString()
    {
        if (ClosesNextDay && Closes == LocalTime.Midnight) return $"{Print(Opens)}-24:00";
        return $"{Print(Opens)}-{Print(Closes)}{(ClosesNextDay ? NextDay : string.Empty)}";
    }

    /// <summary>The fault of the text, or null and the interval.</summary>
    internal static string? Read(string text, out OpenInterval interval)
    {
        interval = default;
        string[] ends = text.Length > 19 ? [] : text.Split('-');
        if (ends.Length != 2) return "Write hours as 09:00-17:00, or 22:00-06:00+1 when they end on the next day.";
        bool nextDay = ends[1].EndsWith(NextDay, StringComparison.Ordinal);
        string end = nextDay ? ends[1][..^NextDay.Length] : ends[1];
        bool untilMidnight = !nextDay && end is "24:00" or "24:00:00";
        if (!TryReadTime(ends[0], out LocalTime opens)) return $"'{ends[0]}' is no time of day. Write 09:00 or 09:00:30.";
        if (!TryReadTime(untilMidnight ? "00:00" : end, out LocalTime closes))
            return $"'{end}' is no time of day. Write 17:00, or 24:00 for the end of the day.";
        string? problem = Problem(opens, closes, nextDay || untilMidnight);
        if (problem is null) interval = new OpenInterval(opens, closes, nextDay || untilMidnight);
        return problem;
    }

    private static string? Problem(LocalTime opens, LocalTime closes, bool nextDay)
    {
        if (opens.NanosecondOfSecond != 0 || closes.NanosecondOfSecond != 0) return "Hours begin and end at a whole second.";
        if (nextDay) return closes > opens ? $"{Print(opens)} to {Print(closes)} on the next day is longer than 24 hours." : null;
        if (closes == LocalTime.Midnight) return "Hours that end at 00:00 end before they begin. Write 24:00 for the end of the day.";
        return closes <= opens
            ? $"{Print(opens)}-{Print(closes)} ends before it has begun. Write {Print(opens)}-{Print(closes)}+1 if it ends on the next day."
            : null;
    }

    private static bool TryReadTime(string text, out LocalTime time) =>
        (text.Length == 5 ? Minutes : Seconds).Parse(text).TryGetValue(default, out time);

    private static string Print(LocalTime time) => (time.Second == 0 ? Minutes : Seconds).Format(time);
}
