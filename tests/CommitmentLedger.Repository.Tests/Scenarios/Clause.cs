namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>One condition, figure or consequence that a scenario asks for.</summary>
/// <param name="Letter">Names it within the scenario.</param>
/// <param name="Text">What must be so.</param>
internal sealed record Clause(char Letter, string Text);
