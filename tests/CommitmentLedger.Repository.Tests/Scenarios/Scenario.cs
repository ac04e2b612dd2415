namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>What the ledger is held to in one situation: each clause of its outcome is proved by a test, or open.</summary>
/// <param name="Id">Its group and number: <c>LAB-03</c>.</param>
/// <param name="Given">What is so before.</param>
/// <param name="When">What happens.</param>
/// <param name="Clauses">What must then be so, lettered from <c>a</c> on.</param>
/// <param name="Sample">The sample that shows it, or null.</param>
internal sealed record Scenario(string Id, string Given, string When, IReadOnlyList<Clause> Clauses, string? Sample);
