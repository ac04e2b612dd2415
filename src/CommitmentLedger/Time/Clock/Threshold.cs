using System.Runtime.InteropServices;

namespace CommitmentLedger.Time;

/// <summary>A point on the way to the due time at which somebody wants to know. <c>default</c> is refused.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Threshold
{
    private const int MaxPercent = 1000;

    private Threshold(int? percent, BusinessTime? before) => (PercentOfOpenTime, TimeBefore) = (percent, before);

    /// <summary>The share of the open time, from 0 to 1000 percent; null for an offset. Above 100 it lies after the due time.</summary>
    public int? PercentOfOpenTime { get; }

    /// <summary>The open time before the due time; null for a share.</summary>
    public BusinessTime? TimeBefore { get; }

    /// <summary>A share of the open time from the start to the due time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1000.</exception>
    public static Threshold Percent(int percent) => percent is < 0 or > MaxPercent
        ? throw new ArgumentOutOfRangeException(nameof(percent), percent, $"Give a share from 0 to {MaxPercent} percent.")
        : new Threshold(percent, null);

    /// <summary>An amount of open time before the due time.</summary>
    public static Threshold Before(BusinessTime time) => new(null, time);

    /// <summary>The share or the offset: <c>80%</c>, <c>-30m</c>.</summary>
    public override string ToString() =>
        PercentOfOpenTime is { } percent ? $"{percent}%" : TimeBefore is { } before ? $"-{before}" : "none";
}
