namespace CommitmentLedger.Transactions.Tests.Hosts;

/// <summary>Whole answers instead of one after the other.</summary>
internal static class AsyncEnumerableExtensions
{
    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> source)
    {
        var all = new List<T>();
        await foreach (T item in source) all.Add(item);
        return all;
    }
}
