using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What checks require of a feed.</summary>
internal static class Feeds
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Requires that the whole feed is exactly what these customers wrote.</summary>
    public static async Task RequireAsync(Trial trial, ILedgerStore store, params IReadOnlyList<Story> stories)
    {
        List<FeedEntry> read = await ReadAsync(trial, store, stories.Sum(story => story.Entries.Count)).ConfigureAwait(false);
        Require(trial, read, stories);
    }

    /// <summary>Reads the feed from its beginning, until as many entries as expected are there or the feed may lag no longer.</summary>
    public static async Task<List<FeedEntry>> ReadAsync(Trial trial, ILedgerStore store, long expected)
    {
        var read = new List<FeedEntry>();
        await ReadOnAsync(trial, store, read, expected).ConfigureAwait(false);
        return read;
    }

    /// <summary>Goes on after what was read already, until as many entries as expected are there or the feed may lag no longer.</summary>
    public static async Task ReadOnAsync(Trial trial, ILedgerStore store, List<FeedEntry> read, long expected = 0)
    {
        for (TimeSpan left = trial.Subject.FeedLag; ; left -= Pause)
        {
            read.AddRange(await store.FeedAsync(Last(read), trial.Cancellation).ConfigureAwait(false));
            if (read.Count >= expected || left <= TimeSpan.Zero) return;
            await Task.Delay(Pause, trial.Cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The cursor to go on from.</summary>
    public static FeedCursor Last(List<FeedEntry> read) => read.Count == 0 ? FeedCursor.Beginning : read[^1].Cursor;

    /// <summary>Requires that what was read is all that these customers wrote: none lost, none twice, each stream in order.</summary>
    public static void Require(Trial trial, IReadOnlyList<FeedEntry> read, params IReadOnlyList<Story> stories)
    {
        ILookup<StreamKey, FeedEntry> byStream = read.ToLookup(entry => entry.Stream);
        foreach (Story story in stories)
        {
            IEnumerable<string> expected = story.Entries.Select(entry => $"{story.Tenant} {story.Stream} {Show.Identity(story.Identity)} {Show.Entry(entry)}");
            trial.Same(expected, byStream[story.Stream].Select(Show.FeedEntry), Contract.Feed, $"the entries of {story.Stream} in order");
        }

        trial.Same(stories.Sum(story => story.Entries.Count), read.Count, Contract.Feed, "entries in the feed");
    }
}
