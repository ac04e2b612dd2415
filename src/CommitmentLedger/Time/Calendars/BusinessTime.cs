using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>
/// An amount of open time: it runs only while a calendar is open. Never converts to <see cref="BusinessDays"/>: a working day is no number
/// of hours. Whole microseconds, from zero to one million hours. <c>default</c> is zero.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BusinessTime : IParsable<BusinessTime>, IComparable<BusinessTime>
{
    private const long MaxHours = 1_000_000;

    /// <summary>An amount of open time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative or above one million hours.</exception>
    /// <exception cref="ArgumentException">The duration has a fraction of a microsecond.</exception>
    public BusinessTime(Duration duration)
    {
        if (!Holds(duration))
            throw new ArgumentOutOfRangeException(
                nameof(duration),
                duration,
                $"Open time is from zero to {MaxHours} hours. To count backwards, use Subtract.");
        if (!Microseconds.AreWhole(duration))
            throw new ArgumentException("Open time is whole microseconds. Round the duration first.", nameof(duration));
        Duration = duration;
    }

    /// <summary>The amount as absolute time.</summary>
    public Duration Duration { get; }

    /// <summary>Whether a duration is in the range of open time.</summary>
    internal static bool Holds(Duration duration) => duration >= Duration.Zero && duration <= NodaTime.Duration.FromHours(MaxHours);

    /// <summary>Whole hours of open time.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is negative or above one million.</exception>
    public static BusinessTime FromHours(int hours) => new(NodaTime.Duration.FromHours(hours));

    /// <summary>Whole minutes of open time.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minutes"/> is negative.</exception>
    public static BusinessTime FromMinutes(long minutes) => new(NodaTime.Duration.FromMinutes(minutes));

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    /// <exception cref="FormatException">The text is no amount of open time.</exception>
    public static BusinessTime Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out BusinessTime time)
            ? time
            : throw new FormatException($"'{s}' is no amount of open time. Write 8h30m.");
    }

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BusinessTime result)
    {
        bool read = DurationText.TryRead(s ?? string.Empty, out Duration duration)
            && duration <= NodaTime.Duration.FromHours(MaxHours)
            && Microseconds.AreWhole(duration);
        result = read ? new BusinessTime(duration) : default;
        return read;
    }

    /// <inheritdoc/>
    public int CompareTo(BusinessTime other) => Duration.CompareTo(other.Duration);

    /// <summary>Hours, minutes and seconds, without those that are zero: <c>8h30m</c>, <c>45s</c>, <c>0m</c>.</summary>
    public override string ToString() => DurationText.Print(Duration);

    /// <summary>Whether the left amount is shorter.</summary>
    public static bool operator <(BusinessTime left, BusinessTime right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is shorter or the same.</summary>
    public static bool operator <=(BusinessTime left, BusinessTime right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is longer.</summary>
    public static bool operator >(BusinessTime left, BusinessTime right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is longer or the same.</summary>
    public static bool operator >=(BusinessTime left, BusinessTime right) => left.CompareTo(right) >= 0;
}
