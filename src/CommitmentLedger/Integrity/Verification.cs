using System.Globalization;

namespace CommitmentLedger;

/// <summary>The progress or the result of verifying, with the discrepancies found.</summary>
public sealed record Verification
{
    /// <summary>The most discrepancies that are kept one by one; further ones are counted.</summary>
    public const int MaxKept = 1_000;

    /// <summary>How many streams were verified: one for each customer, and those that the ledger keeps for itself.</summary>
    public long Streams { get; init; }

    /// <summary>How many entries they have.</summary>
    public long Entries { get; init; }

    /// <summary>
    /// How many entries have no body any more. They are still in the chain; but the documents of a stream that has one cannot be
    /// derived again and are not compared.
    /// </summary>
    public long Scrubbed { get; init; }

    /// <summary>How many streams have a discrepancy.</summary>
    public long Unsound { get; init; }

    /// <summary>The first discrepancy of each of the first 1,000 streams that have one.</summary>
    public ValueList<Discrepancy> Discrepancies { get; init; }

    /// <summary>Whether everything that was verified is as it was written.</summary>
    public bool IsSound => Unsound == 0;

    /// <summary>The figures in a line, then a line for each discrepancy.</summary>
    public override string ToString()
    {
        string outcome = IsSound ? "All sound." : string.Create(CultureInfo.InvariantCulture, $"Not sound: {Unsound}.");
        string summary = string.Create(CultureInfo.InvariantCulture, $"Streams verified: {Streams}, with entries: {Entries}. {outcome}");
        return string.Join(Environment.NewLine, [summary, .. Discrepancies.Select(discrepancy => discrepancy.ToString())]);
    }

    internal Verification Add(Verification other) => new()
    {
        Streams = Streams + other.Streams,
        Entries = Entries + other.Entries,
        Scrubbed = Scrubbed + other.Scrubbed,
        Unsound = Unsound + other.Unsound,
        Discrepancies = other.Discrepancies.IsEmpty ? Discrepancies : [.. Discrepancies.Concat(other.Discrepancies).Take(MaxKept)],
    };
}
