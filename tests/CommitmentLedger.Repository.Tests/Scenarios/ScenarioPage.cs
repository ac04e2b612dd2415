using System.Globalization;
using System.Text;

namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>The reference of scenarios: each clause with the tests that prove it, or open.</summary>
internal static class ScenarioPage
{
    public static string Of(ScenarioFile file, IReadOnlyList<Proof> proofs)
    {
        ILookup<(string, char), string> tests = proofs.ToLookup(proof => (proof.Scenario, proof.Letter), proof => proof.Test);
        var page = new StringBuilder();
        page.Append("# Scenarios\n\n");
        page.Append("What the ledger is held to. Each clause is proved by a test that fails when the feature is broken, or it is open. ");
        page.Append("The clauses stand in `tests/scenarios.json`; tests name them by `[Proves(\"LAB-03\", 'b')]`; this page is made from both.\n\n");
        AppendSummary(page, file.Scenarios, tests);
        foreach ((string group, string title) in file.Groups)
        {
            page.Append($"\n## {title}\n");
            foreach (Scenario scenario in file.Scenarios.Where(scenario => scenario.Id.Split('-')[0] == group)) Append(page, scenario, tests);
        }

        return page.ToString();
    }

    private static void AppendSummary(StringBuilder page, IReadOnlyList<Scenario> scenarios, ILookup<(string, char), string> tests)
    {
        int[] proved = [.. scenarios.Select(scenario => scenario.Clauses.Count(clause => tests.Contains((scenario.Id, clause.Letter))))];
        int wholly = scenarios.Index().Count(one => proved[one.Index] == one.Item.Clauses.Count);
        int open = proved.Count(count => count == 0);
        int clauses = scenarios.Sum(scenario => scenario.Clauses.Count);
        page.Append("| | All | Wholly proved | Partly proved | Open |\n|---|---|---|---|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| Scenarios | {scenarios.Count} | {wholly} | {scenarios.Count - wholly - open} | {open} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| Clauses | {clauses} | {proved.Sum()} | | {clauses - proved.Sum()} |\n");
    }

    private static void Append(StringBuilder page, Scenario scenario, ILookup<(string, char), string> tests)
    {
        page.Append($"\n### {scenario.Id}\n\n{scenario.Given} {scenario.When}");
        if (scenario.Sample is { } sample) page.Append($" Shown by `samples/{sample}`.");
        page.Append("\n\n| | Then | Proved by |\n|---|---|---|\n");
        foreach (Clause clause in scenario.Clauses)
        {
            string[] names = [.. tests[(scenario.Id, clause.Letter)].Distinct().Order(StringComparer.Ordinal).Select(test => $"`{test}`")];
            page.Append($"| {clause.Letter} | {clause.Text} | {(names.Length > 0 ? string.Join("<br>", names) : "**open**")} |\n");
        }
    }
}
