using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The feed while nobody writes: complete, in order, and continued exactly where it was left.</summary>
internal static class FeedChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "F1 F2", "The feed gives every entry of every stream once, each stream in order",
            "Watchers, reports and the outbox know only what the feed gives.", Everything),
        new(Core, "F3 F5", "The feed goes on after every cursor exactly where it was left", "Off by one: an entry is handled twice, or never.", EveryCursor),
        new(Core, "F3", "The feed goes on across 9 to 10, 99 to 100 and 999 to 1000", "Cursors that are compared as text end at 9 for ever.", Boundaries),
        new(Core, "F3", "At its end the feed is empty, and then gives what is new", "A watcher asks from its last cursor every second of its life.", Tail),
        new(Core, "A10 F1", "Conflicts, replays and reused ids leave no trace in the feed",
            "A feed table written before the outcome is known announces what never happened.", NoGhosts),
        new(Core, "F6", "Cursors are short text that can be kept", "A cursor is saved in somebody else's table.", CursorText),
        new(Core, "F8", "A cursor that no store of this kind gave is a mistake",
            "Two stores that differ here make a watcher that was moved to another store stop on one and begin again, unseen, on the other.", ForeignCursor),
        new(Core, "F7", "An empty store has an empty feed", "The first start of a watcher comes before the first promise.", EmptyFeed),
        new(Core, "F10", "The default cursor is the beginning", "A watcher whose cursor was never saved hands over what its language calls empty.", DefaultCursor),
    ];

    private static async Task Everything(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 6).Select(index => trial.NewStory(index < 3 ? "kit" : "another"))];
        await Stories.WriteAsync(trial, stories, 60).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, stories).ConfigureAwait(false);
    }

    private static async Task EveryCursor(Trial trial)
    {
        Story[] stories = [trial.NewStory(), trial.NewStory(), trial.NewStory()];
        await Stories.WriteAsync(trial, stories, 12).ConfigureAwait(false);
        List<FeedEntry> all = await Feeds.ReadAsync(trial, trial.Store, stories.Sum(story => story.Entries.Count)).ConfigureAwait(false);
        Feeds.Require(trial, all, stories);
        for (int index = 0; index < all.Count; index++)
        {
            List<FeedEntry> rest = await trial.Store.FeedAsync(all[index].Cursor, trial.Cancellation).ConfigureAwait(false);
            trial.Same(all.Skip(index + 1).Select(Show.FeedEntry), rest.Select(Show.FeedEntry), Contract.Feed,
                $"the feed after entry {index + 1} of {all.Count}");
        }
    }

    private static async Task Boundaries(Trial trial)
    {
        var stories = new List<Story>();
        var read = new List<FeedEntry>();
        foreach (int entries in new[] { 9, 1, 1, 88, 1, 1, 898, 1, 1 })
        {
            stories.AddRange(await Stories.FillAsync(trial, entries).ConfigureAwait(false));
            await Feeds.ReadOnAsync(trial, trial.Store, read, stories.Count).ConfigureAwait(false);
            trial.Same(stories.Count, read.Count, Contract.Feed, "entries read up to here, going on from the last cursor each time");
        }

        Feeds.Require(trial, read, stories);
        foreach (int place in new[] { 9, 10, 99, 100, 999, 1_000 })
        {
            List<FeedEntry> rest = await trial.Store.FeedAsync(read[place - 1].Cursor, trial.Cancellation).ConfigureAwait(false);
            trial.Same(read.Count - place, rest.Count, Contract.Feed, $"entries after entry {place}");
        }
    }

    private static async Task Tail(Trial trial)
    {
        Story story = trial.NewStory();
        var read = new List<FeedEntry>();
        for (int round = 0; round < 15; round++)
        {
            await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
            int before = read.Count;
            await Feeds.ReadOnAsync(trial, trial.Store, read, before + 2).ConfigureAwait(false);
            trial.Same(story.Entries.TakeLast(2).Select(Show.Entry), read.Skip(before).Select(entry => Show.Entry(entry.Entry)),
                Contract.Feed, "what is new");
            trial.Same(0, (await trial.Store.FeedAsync(Feeds.Last(read), trial.Cancellation).ConfigureAwait(false)).Count, Contract.Feed, "entries at the end of the feed");
        }
    }

    private static async Task NoGhosts(Trial trial)
    {
        Story story = trial.NewStory();
        for (int round = 0; round < 6; round++)
        {
            StreamAppend append = await story.WriteAsync(trial.Store).ConfigureAwait(false);
            StreamAppend reused = story.DraftAs(append.Command);
            await trial.Store.AppendAsync([append, story.DraftAt(0), reused, story.DraftAt(story.Version + 1)], trial.Cancellation).ConfigureAwait(false);
        }

        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task CursorText(Trial trial)
    {
        Story[] stories = await Stories.FillAsync(trial, 120).ConfigureAwait(false);
        List<FeedEntry> all = await Feeds.ReadAsync(trial, trial.Store, stories.Length).ConfigureAwait(false);
        Feeds.Require(trial, all, stories);
        trial.Same(0, all.Count(entry => entry.Cursor.ToString().Length is 0 or > 200), Contract.Cursor, "cursors that are empty or longer than 200 characters");
        trial.Same(all.Count, all.Select(entry => entry.Cursor).Distinct().Count(), Contract.Cursor, "different cursors");
        string kept = new([.. all[60].Cursor.ToString()]);
        List<FeedEntry> rest = await trial.Store.FeedAsync(new FeedCursor(kept), trial.Cancellation).ConfigureAwait(false);
        trial.Same(all.Count - 61, rest.Count, Contract.Cursor, "entries after a cursor that was kept as text");
    }

    private static async Task ForeignCursor(Trial trial)
    {
        await trial.NewStory().WriteAsync(trial.Store).ConfigureAwait(false);
        foreach (string text in new[] { "?", "no cursor of anybody", "1-2-3-4-5-6", "\u2603" })
        {
            if (!await IsRefusedAsync(trial, new FeedCursor(text)).ConfigureAwait(false))
                throw trial.Failure(Contract.ForeignCursor, $"ArgumentException for the cursor '{text}'", "a feed");
        }
    }

    private static async Task<bool> IsRefusedAsync(Trial trial, FeedCursor cursor)
    {
        try
        {
            await trial.Store.FeedAsync(cursor, trial.Cancellation).ConfigureAwait(false);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task DefaultCursor(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.Draft(3)).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
        List<FeedEntry> all = await trial.Store.FeedAsync(default, trial.Cancellation).ConfigureAwait(false);
        trial.Same(story.Entries.Select(Show.Entry), all.Select(entry => Show.Entry(entry.Entry)), Contract.Feed, "the feed after default(FeedCursor)");
    }

    private static async Task EmptyFeed(Trial trial)
    {
        List<FeedEntry> all = await trial.Store.FeedAsync(FeedCursor.Beginning, trial.Cancellation).ConfigureAwait(false);
        trial.Same(0, all.Count, Contract.Feed, "entries in an empty store");
    }
}
