namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>That a test proves a clause.</summary>
/// <param name="Scenario">The id as the attribute gives it.</param>
/// <param name="Letter">The letter as the attribute gives it.</param>
/// <param name="Test">Class and method.</param>
/// <param name="Runs">Whether the method is a test at all.</param>
internal sealed record Proof(string Scenario, char Letter, string Test, bool Runs);
