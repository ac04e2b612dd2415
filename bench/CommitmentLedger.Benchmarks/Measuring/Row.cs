namespace CommitmentLedger.Benchmarks;

/// <summary>A line with what came out of it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Ours">The library's figure.</param>
/// <param name="Theirs">The other side's figure, or null when there is none.</param>
/// <param name="Ratio">The ratio of each round, or null when there is no other side.</param>
internal sealed record Row(Line Line, Spread Ours, Spread? Theirs, Spread? Ratio)
{
    /// <summary>Whether the goal is met; null when there is none.</summary>
    public bool? IsMet => Line.Goal is { } goal ? goal.IsMetBy(goal.IsOfRatio ? Ratio!.Median : Ours.Median) : null;
}
