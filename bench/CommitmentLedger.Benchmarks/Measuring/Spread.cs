namespace CommitmentLedger.Benchmarks;

/// <summary>The middle of some figures, and how far they lie apart.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IReadOnlyCollection<double> figures) => new(Quantile(figures, 0.5), figures.Min(), figures.Max());

    /// <summary>The figure below which a share of all figures lies; between two, their mean by distance.</summary>
    public static double Quantile(IReadOnlyCollection<double> figures, double share)
    {
        double[] sorted = [.. figures.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
