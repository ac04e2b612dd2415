using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>What a line of the table should reach: a bound for its ratio, or for its figure where there is nothing to compare with.</summary>
internal sealed record Goal
{
    private Goal(bool isOfRatio, double? least, double? most) => (IsOfRatio, Least, Most) = (isOfRatio, least, most);

    public bool IsOfRatio { get; }

    public double? Least { get; }

    public double? Most { get; }

    public static Goal RatioAtLeast(double least) => new(isOfRatio: true, least, most: null);

    public static Goal RatioAtMost(double most) => new(isOfRatio: true, least: null, most);

    public static Goal AtLeast(double least) => new(isOfRatio: false, least, most: null);

    public static Goal AtMost(double most) => new(isOfRatio: false, least: null, most);

    public static Goal Exactly(double value) => new(isOfRatio: false, value, value);

    public bool IsMetBy(double value) => value >= (Least ?? double.MinValue) && value <= (Most ?? double.MaxValue);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsOfRatio ? "ratio " : "")}{(Least == Most ? "=" : Least is null ? "≤" : "≥")} {Least ?? Most:#,0.##}");
}
