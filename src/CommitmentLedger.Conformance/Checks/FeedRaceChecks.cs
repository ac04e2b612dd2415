using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The feed while many write: nothing is lost to a reader who goes on from the last cursor, and each stream stays in order.</summary>
internal static class FeedRaceChecks
{
    private const int Writers = 8;
    private const int AppendsEach = 25;

    public static ConformanceCheck[] All { get; } =
    [
        new(Concurrent, "F4 F1 F2", "A reader of the feed loses nothing and gets nothing twice while many write",
            "Feeds that poll a sequence lose 12 to 22 % of the entries under racing writers: the later number is visible first.", NothingLost),
        new(Concurrent, "F2 F4", "The feed keeps the order of each stream while the later writer began first",
            "Feeds in order of transaction ids give up to 44 % of the steps out of the order of their stream.", KeepsOrder),
        new(Concurrent, "F4 A10", "The feed loses nothing among conflicts and cancelled appends",
            "A number that was taken and rolled back is a gap; a feed that waits for gaps stands still, one that does not loses.", AmongRollbacks),
        new(Concurrent, "F5 F4", "A reader who starts again from an earlier cursor misses nothing",
            "A watcher that crashed goes on from the cursor that it had saved.", StartsAgain),
        new(Concurrent, "F4 F3", "A reader who takes a few entries at a time loses nothing while many write",
            "Page limits that cut between two entries of one moment skip the second.", FewAtATime),
    ];

    private static async Task NothingLost(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, Writers).Select(_ => trial.NewStory())];
        var read = new List<FeedEntry>();
        await Race.WhileAsync(WriteAsync(trial, stories), () => Feeds.ReadOnAsync(trial, trial.Store, read)).ConfigureAwait(false);
        await CatchUpAsync(trial, read, stories).ConfigureAwait(false);
    }

    private static async Task KeepsOrder(Trial trial)
    {
        var stories = new List<Story>();
        var read = new List<FeedEntry>();
        Task writing = Task.Run(async () =>
        {
            for (int round = 0; round < 40; round++)
            {
                Story story = trial.NewStory();
                StreamAppend first = story.Draft();
                story.Accept(first);
                StreamAppend second = story.Draft();
                story.Accept(second);
                lock (stories) stories.Add(story);

                // The second speculates: it begins before the first and is sent until the first has been written.
                Task speculating = Task.Run(() => UntilWrittenAsync(trial, second));
                await Task.Delay(round % 4, trial.Cancellation).ConfigureAwait(false);
                await UntilWrittenAsync(trial, first).ConfigureAwait(false);
                await speculating.ConfigureAwait(false);
            }
        });
        await Race.WhileAsync(writing, () => Feeds.ReadOnAsync(trial, trial.Store, read)).ConfigureAwait(false);
        await CatchUpAsync(trial, read, stories).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, stories).ConfigureAwait(false);
    }

    private static async Task AmongRollbacks(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, Writers).Select(_ => trial.NewStory())];
        StreamAppend[] late = [.. stories.Select(story => story.DraftAt(500))];
        var read = new List<FeedEntry>();
        Task disturbing = Race.RunAsync(Writers, async writer =>
        {
            for (int round = 0; round < AppendsEach; round++) await LoseAsync(trial, [late[writer], late[(writer + 1) % Writers]]).ConfigureAwait(false);
        });
        Task writing = Task.WhenAll(disturbing, WriteAsync(trial, stories));
        await Race.WhileAsync(writing, () => Feeds.ReadOnAsync(trial, trial.Store, read)).ConfigureAwait(false);
        await CatchUpAsync(trial, read, stories).ConfigureAwait(false);
    }

    /// <summary>Sends appends that lose, and gives them up while they are on their way.</summary>
    private static async Task LoseAsync(Trial trial, StreamAppend[] appends)
    {
        using var source = new CancellationTokenSource();
        CancellationToken token = source.Token;
        Task losing = Task.Run(async () => await trial.Store.AppendAsync(appends, token).ConfigureAwait(false), CancellationToken.None);
        await Task.Yield();
        await source.CancelAsync().ConfigureAwait(false);
        try
        {
            await losing.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Obeyed or not: what loses writes nothing.
        }
    }

    private static async Task StartsAgain(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, Writers).Select(_ => trial.NewStory())];
        var read = new List<FeedEntry>();
        await Race.WhileAsync(WriteAsync(trial, stories), StartAgainAsync).ConfigureAwait(false);
        for (int round = 0; round < 10; round++)
        {
            await StartAgainAsync().ConfigureAwait(false);
            await CatchUpAsync(trial, read, stories).ConfigureAwait(false);
        }

        async Task StartAgainAsync()
        {
            int keep = trial.Dice.Below(read.Count + 1);
            read.RemoveRange(keep, read.Count - keep);
            await Feeds.ReadOnAsync(trial, trial.Store, read).ConfigureAwait(false);
        }
    }

    private static async Task FewAtATime(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, Writers).Select(_ => trial.NewStory())];
        var read = new List<FeedEntry>();
        await Race.WhileAsync(WriteAsync(trial, stories), FewAsync).ConfigureAwait(false);
        while (await FewAsync().ConfigureAwait(false))
        {
        }

        await CatchUpAsync(trial, read, stories).ConfigureAwait(false);

        async Task<bool> FewAsync()
        {
            List<FeedEntry> few = await StoreReading.TakeAsync(trial.Store.ReadFeedAsync(Feeds.Last(read), trial.Cancellation), 3).ConfigureAwait(false);
            read.AddRange(few);
            return few.Count > 0;
        }
    }

    private static Task WriteAsync(Trial trial, Story[] stories) => Race.RunAsync(stories.Length, async writer =>
    {
        for (int round = 0; round < AppendsEach; round++)
            await stories[writer].WriteAsync(trial.Store, stories[writer].DraftWith([], round % 3 + 1)).ConfigureAwait(false);
    });

    /// <summary>Reads what may have lagged behind, and then requires everything.</summary>
    private static async Task CatchUpAsync(Trial trial, List<FeedEntry> read, IReadOnlyList<Story> stories)
    {
        await Feeds.ReadOnAsync(trial, trial.Store, read, stories.Sum(story => story.Entries.Count)).ConfigureAwait(false);
        Feeds.Require(trial, read, stories);
    }

    private static async Task UntilWrittenAsync(Trial trial, StreamAppend append)
    {
        while (await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false) is AppendResult.Conflict) await Task.Yield();
    }
}
