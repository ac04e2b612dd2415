using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What checks require of a feed.</summary>
internal static class Feeds
{
    /// <summary>Requires that the whole feed is exactly what these customers wrote.</summary>
    public static async Task RequireAsync(Trial trial, ILedgerStore store, params IReadOnlyList<Story> stories) =>
        Require(trial, await store.FeedAsync(FeedCursor.Beginning, trial.Cancellation).ConfigureAwait(false), stories);

    /// <summary>Requires that what was read is all that these customers wrote: none lost, none twice, each stream in order.</summary>
    public static void Require(Trial trial, IReadOnlyList<FeedEntry> read, params IReadOnlyList<Story> stories)
    {
        ILookup<StreamKey, FeedEntry> byStream = read.ToLookup(entry => entry.Stream);
        foreach (Story story in stories)
        {
            IEnumerable<string> expected = story.Entries.Select(entry => $"{story.Tenant} {story.Stream} {Show.Entry(entry)}");
            IEnumerable<string> versions = byStream[story.Stream].Select(entry => entry.Entry.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            string actual = Show.Lines(byStream[story.Stream].Select(Show.FeedEntry));
            if (Show.Lines(expected) != actual)
                throw trial.Failure(Contract.Feed, $"the {story.Entries.Count} entries of {story.Stream} in order: {Show.Lines(expected)}", $"versions {string.Join(' ', versions)}: {actual}");
        }

        trial.Same(stories.Sum(story => story.Entries.Count), read.Count, Contract.Feed, "entries in the feed");
    }
}
