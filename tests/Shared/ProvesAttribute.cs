using Xunit.Sdk;

namespace CommitmentLedger.Scenarios;

/// <summary>
/// Names the clauses of a scenario that a test proves: it would fail if the feature were broken, or had the other side, team, date or
/// figure. The scenarios stand in <c>tests/scenarios.json</c>; as a trait it is <c>Scenario=LAB-03</c>.
/// </summary>
/// <param name="scenario">The scenario's id.</param>
/// <param name="clause">The letter of the clause.</param>
/// <param name="others">The letters of other clauses that the same test proves.</param>
[TraitDiscoverer("CommitmentLedger.Scenarios.ProvesDiscoverer", TestAssembly.Name)]
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProvesAttribute(string scenario, char clause, params char[] others) : Attribute, ITraitAttribute
{
    public string Scenario { get; } = scenario;

    public IReadOnlyList<char> Clauses { get; } = [clause, .. others];
}
