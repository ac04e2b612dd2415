using System.Text.Json;

namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>The scenarios as they stand in <c>tests/scenarios.json</c>, with the titles of their groups.</summary>
internal sealed record ScenarioFile(IReadOnlyDictionary<string, string> Groups, IReadOnlyList<Scenario> Scenarios)
{
    public static ScenarioFile Read() => Parse(Repo.Read("tests/scenarios.json"));

    public static ScenarioFile Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return new ScenarioFile(
            document.RootElement.GetProperty("groups").EnumerateObject().ToDictionary(group => group.Name, group => group.Value.GetString()!),
            [.. document.RootElement.GetProperty("scenarios").EnumerateArray().Select(Of)]);
    }

    private static Scenario Of(JsonElement scenario) => new(
        Text(scenario, "id"),
        Text(scenario, "given"),
        Text(scenario, "when"),
        [.. scenario.GetProperty("then").EnumerateObject().Select(clause => new Clause(clause.Name.Single(), clause.Value.GetString()!))],
        scenario.TryGetProperty("sample", out JsonElement sample) ? sample.GetString() : null);

    private static string Text(JsonElement scenario, string name) => scenario.GetProperty(name).GetString()!;
}
