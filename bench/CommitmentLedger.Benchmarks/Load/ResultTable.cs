using System.Globalization;
using System.Text;

namespace CommitmentLedger.Benchmarks;

/// <summary>The lines of all measurements as a Markdown table, and under it how to read them.</summary>
internal sealed class ResultTable
{
    private readonly List<(Measurement Measurement, IReadOnlyList<Row> Rows)> _results = [];

    public void Add(Measurement measurement, IReadOnlyList<Row> rows) => _results.Add((measurement, rows));

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| Work | Unit | Median | Least to most | Compared with | Its median | Ratio | Least to most | Goal | Met |\n");
        text.Append("|---|---|--:|--:|---|--:|--:|--:|---|---|\n");
        foreach (Row row in _results.SelectMany(result => result.Rows)) text.Append(Format(row)).Append('\n');
        text.Append('\n');
        foreach (IGrouping<string, Measurement> alike in _results.Select(result => result.Measurement).GroupBy(measurement => measurement.Reading))
            text.Append(Paragraph.Item($"**{string.Join(", ", alike.Select(measurement => measurement.Name))}**: {alike.Key}")).Append('\n');
        return text.ToString();
    }

    private static string Format(Row row)
    {
        string[] cells =
        [
            row.Line.Work,
            row.Line.Unit,
            Number(row.Ours.Median),
            $"{Number(row.Ours.Least)} to {Number(row.Ours.Most)}",
            row.Line.Against ?? "",
            row.Theirs is { } theirs ? Number(theirs.Median) : "",
            row.Ratio is { } ratio ? Ratio(ratio.Median) : "",
            row.Ratio is { } spread ? $"{Ratio(spread.Least)} to {Ratio(spread.Most)}" : "",
            row.Line.Goal?.ToString() ?? "",
            row.IsMet is { } isMet ? isMet ? "yes" : "**no**" : "",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Three digits that count, or all before the point.</summary>
    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => double.IsNaN(value) ? "" : value.ToString("0.00", CultureInfo.InvariantCulture);
}
