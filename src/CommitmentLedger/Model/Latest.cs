namespace CommitmentLedger;

/// <summary>Lists of what has to be recorded however often it comes, such as the customer's answers: the latest are at hand, and the entries keep all.</summary>
internal static class Latest
{
    /// <summary>The list with one more, of at most as many as a commitment keeps at hand.</summary>
    public static ValueList<T> WithLatest<T>(this ValueList<T> items, T more) =>
        items.Count < Refusals.MaxListed ? items.Add(more) : [.. items.Skip(items.Count + 1 - Refusals.MaxListed), more];
}
