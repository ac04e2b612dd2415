using System.Globalization;
using System.Text;

namespace CommitmentLedger.Conformance;

/// <summary>A report as Markdown: the verdict first, then what failed, then what was not asked and why, then everything.</summary>
internal static class MarkdownReport
{
    public static string Write(ConformanceReport report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(report.Store).Append(report.Conforms ? " conforms" : " does not conform").Append("\n\n");
        Levels(text, report);
        Failures(text, report);
        Section(text, "Not run", report.NotRun.Select(name => $"- {Named(name)}"));
        Section(text, "Does not apply", Of(report, CheckOutcome.DoesNotApply).GroupBy(result => result.Detail, StringComparer.Ordinal).SelectMany(Reason));
        Section(text, "Passed", Of(report, CheckOutcome.Passed).Select(result => $"- {Named(result.Check)}"));
        return text.ToString();
    }

    private static void Levels(StringBuilder text, ConformanceReport report)
    {
        text.Append("| Level | Passed | Failed | Does not apply |\n|---|---:|---:|---:|\n");
        foreach (IGrouping<ConformanceLevel, CheckResult> level in report.Results.GroupBy(result => result.Level).OrderBy(level => level.Key))
        {
            int Count(CheckOutcome outcome) => level.Count(result => result.Outcome == outcome);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {level.Key} | {Count(CheckOutcome.Passed)} | {Count(CheckOutcome.Failed)} | {Count(CheckOutcome.DoesNotApply)} |\n");
        }
    }

    private static void Failures(StringBuilder text, ConformanceReport report)
    {
        foreach (CheckResult result in Of(report, CheckOutcome.Failed))
        {
            text.Append("\n## Failed: ").Append(result.Check).Append("\n\nWhy it matters: ")
                .Append(ConformanceKit.Check(result.Check).Why).Append("\n\n```text\n").Append(result.Detail).Append("\n```\n");
        }
    }

    private static IEnumerable<string> Reason(IGrouping<string?, CheckResult> reason) =>
        [$"- {reason.Key}", .. reason.Select(result => $"  - {Named(result.Check)}")];

    /// <summary>A check with the numbers of its cases.</summary>
    private static string Named(string check) => $"{check} ({string.Join(' ', ConformanceKit.Check(check).Cases)})";

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0) text.Append("\n## ").Append(title).Append("\n\n").AppendJoin('\n', all).Append('\n');
    }

    private static IEnumerable<CheckResult> Of(ConformanceReport report, CheckOutcome outcome) => report.Results.Where(result => result.Outcome == outcome);
}
