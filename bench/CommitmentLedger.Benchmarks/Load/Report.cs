using System.Globalization;

namespace CommitmentLedger.Benchmarks;

/// <summary>One run as it is kept: what was run where, and what came out.</summary>
internal sealed record Report(LoadArguments Asked, string Machine, string Filling, ResultTable Table)
{
    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # {Asked.Store}, {Asked.Size:#,0} commitments

        {Machine}
        - {Filling}
        - Median of {Asked.Rounds} rounds of {Asked.Time.TotalSeconds:0} s a side, taken in turns after one round that does not count. A ratio is the median of the rounds' ratios.

        {Table.ToMarkdown()}
        """).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
