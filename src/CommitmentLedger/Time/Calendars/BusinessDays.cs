using System.Text.Json.Serialization;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CommitmentLedger.Time;

/// <summary>
/// A number of working days with the rule for the time of day. A working day is a date with opening hours left after special days
/// and closed periods. Never converts to <see cref="BusinessTime"/>. From 0 to 10,000 days. <c>default</c> is zero days at the same time.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BusinessDays : IParsable<BusinessDays>
{
    private const int MaxDays = 10_000;
    private const string Unit = "d";

    private static readonly string[] Rules = ["same-time", "at-opening", "at-closing"];

    /// <summary>A number of working days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or above 10,000, or the rule is none.</exception>
    public BusinessDays(int count, DayRule rule)
    {
        if (count is < 0 or > MaxDays)
            throw new ArgumentOutOfRangeException(
                nameof(count),
                count,
                $"Working days are from 0 to {MaxDays}. To count backwards, use Subtract.");
        if (!Enum.IsDefined(rule)) throw new ArgumentOutOfRangeException(nameof(rule), rule, "Name one of the rules for the time of day.");
        Count = count;
        Rule = rule;
    }

    /// <summary>How many working days, from 0 to 10,000. The day of the start is day 0.</summary>
    public int Count { get; }

    /// <summary>At what time of the last day.</summary>
    public DayRule Rule { get; }

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    /// <exception cref="FormatException">The text is no number of working days.</exception>
    public static BusinessDays Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out BusinessDays days)
            ? days
            : throw new FormatException($"'{s}' is no number of working days. Write 2d:at-closing.");
    }

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BusinessDays result)
    {
        result = default;
        string[] parts = (s ?? string.Empty).Split(Unit + ":", 2);
        if (parts.Length != 2 || Array.IndexOf(Rules, parts[1]) is not (>= 0 and int rule)) return false;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > MaxDays) return false;
        result = new BusinessDays(count, (DayRule)rule);
        return true;
    }

    /// <summary>The number and the rule: <c>2d:same-time</c>, <c>2d:at-opening</c>, <c>2d:at-closing</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{Unit}:{Rules[(int)Rule]}");
}

/// <summary>At what time of the last working day something is due.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayRule>))]
public enum DayRule
{
    /// <summary>
    /// At the time of day at which it started; where that day is closed then, at the closing before it, or else at the day's first opening.
    /// </summary>
    SameTime,

    /// <summary>At the first opening of that day.</summary>
    AtOpening,

    /// <summary>At the last closing of that day.</summary>
    AtClosing,
}
