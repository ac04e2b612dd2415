namespace CommitmentLedger.Benchmarks;

/// <summary>One line of the table: a figure that a measurement gives in every round.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Unit">The unit of the figure, for both sides.</param>
/// <param name="Against">What the other side did, or null when there is no other side.</param>
/// <param name="Goal">What should be reached, or null when the figure is only told.</param>
internal sealed record Line(string Work, string Unit, string? Against, Goal? Goal);
