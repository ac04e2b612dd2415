using System.Globalization;
using System.Text;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// Durations for people, and back: <c>8h30m</c>, <c>45.5s</c>, <c>0m</c>. Hours are not folded into days: a day is no fixed length.
/// </summary>
internal static class DurationText
{
    private const int MaxTextLength = 32;

    public static string Print(Duration duration)
    {
        if (duration == Duration.Zero) return "0m";
        Duration length = duration < Duration.Zero ? -duration : duration;
        var text = new StringBuilder(duration < Duration.Zero ? "-" : string.Empty);
        long hours = (long)Math.Floor(length.TotalHours);
        if (hours > 0) text.Append(CultureInfo.InvariantCulture, $"{hours}h");
        if (length.Minutes > 0) text.Append(CultureInfo.InvariantCulture, $"{length.Minutes}m");
        decimal seconds = length.Seconds + length.SubsecondNanoseconds / 1_000_000_000m;
        if (seconds > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds:0.#########}s");
        return text.ToString();
    }

    /// <summary>Reads an amount that is not negative.</summary>
    public static bool TryRead(string text, out Duration duration)
    {
        duration = Duration.Zero;
        if (text.Length is 0 or > MaxTextLength) return false;
        string units = "hms";
        int start = 0;
        while (start < text.Length)
        {
            int end = start;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            int unit = end < text.Length ? units.IndexOf(text[end], StringComparison.Ordinal) : -1;
            ReadOnlySpan<char> number = text.AsSpan(start, end - start);
            if (unit < 0 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount))
                return false;
            if (amount > 10_000_000 || (units[unit] != 's' && amount != decimal.Truncate(amount))) return false;
            duration += Length(units[unit], amount);
            units = units[(unit + 1)..];
            start = end + 1;
        }

        return true;
    }

    private static Duration Length(char unit, decimal amount) => unit switch
    {
        'h' => Duration.FromHours((int)amount),
        'm' => Duration.FromMinutes((long)amount),
        _ => Duration.FromNanoseconds((long)(amount * 1_000_000_000m)),
    };
}
