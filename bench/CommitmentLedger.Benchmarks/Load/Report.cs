using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>One run as it is kept: what was run where, and what came out.</summary>
internal sealed record Report(LoadArguments Asked, string Machine, string Filling, ResultTable Table)
{
    private const string Ratios = "A ratio is our figure divided by the other one, and the median of the rounds' ratios.";

    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # {Asked.Store}, {Asked.Size:#,0} commitments

        {Machine}
        {Paragraph.Item(Filling)}
        {Paragraph.Item(string.Create(CultureInfo.InvariantCulture, $"Median of {Asked.Rounds} rounds of {Asked.Time.TotalSeconds:0} s a side, in turns, after {Asked.WarmUp.TotalSeconds:0} s of turns that do not count. {Ratios}"))}

        {Table.ToMarkdown()}
        """).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
