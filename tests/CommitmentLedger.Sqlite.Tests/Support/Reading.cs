using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>Reads things to their end, and compares what bytes hold instead of where they are.</summary>
internal static class Reading
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items) list.Add(item);
        return list;
    }

    public static Task<List<StoredEntry>> HistoryAsync(this ILedgerStore store, StreamKey stream, long after = 0) =>
        store.ReadHistoryAsync(stream, after, default).ToListAsync();

    public static Task<List<FeedEntry>> FeedAsync(this ILedgerStore store, FeedCursor after = default) =>
        store.ReadFeedAsync(after, default).ToListAsync();

    public static async Task<List<CommitmentDocument>> FindAllAsync(this ILedgerStore store, CommitmentQuery query) =>
        (await store.FindAsync(query, default).ToListAsync()).ConvertAll(found => found.Document);

    public static string Described(this StoredEntry entry) =>
        $"{entry with { Body = default }} {Convert.ToHexString(entry.Body.Span)}";

    public static string Described(this CommitmentDocument document) =>
        $"{document with { State = default, Lookups = [] }} {string.Join(',', document.Lookups)} {Convert.ToHexString(document.State.Span)}";

    public static void ShouldBe(this IEnumerable<StoredEntry> actual, IEnumerable<StoredEntry> expected) =>
        actual.Select(Described).Should().Equal(expected.Select(Described));

    public static void ShouldBe(this IEnumerable<CommitmentDocument> actual, IEnumerable<CommitmentDocument> expected) =>
        actual.Select(Described).Should().Equal(expected.Select(Described));

    /// <summary>Derives the chain of a stream anew and compares it with the stored head.</summary>
    public static async Task ShouldVerifyAsync(this ILedgerStore store, StreamKey stream)
    {
        StoredStream? stored = await store.LoadAsync(stream, LoadScope.OpenOnly, default);
        List<StoredEntry> entries = await store.HistoryAsync(stream);
        entries.Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, entries.Count).Select(version => (long)version));
        stored!.Version.Should().Be(entries.Count);
        stored.Head.Should().Be(EntryChain.Link(default, stored.Identity.Id, entries)[^1].Head);
        foreach (StoredEntry entry in entries.Where(entry => !entry.Body.IsEmpty)) entry.BodyHash.Should().Be(EntryChain.HashOf(entry.Body.Span));
    }
}
