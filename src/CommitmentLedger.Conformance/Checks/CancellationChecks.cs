using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Giving up is obeyed before anything is written or not at all.</summary>
internal static class CancellationChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A21", "A list that is cancelled beforehand writes nothing, or all when cancelling is not obeyed",
            "A caller who gave up and a promise that was made after all: nobody will tell the customer.", Beforehand),
        new(Core, "A21", "Cancelling in the middle of a list writes all of it or nothing",
            "A loop that looks at the token between two appends writes half of the batch.", MiddleOfList),
        new(Core, "A21", "Cancelling in the middle of the entries of an append writes all of it or nothing",
            "A split whose parent is closed and whose children are missing.", MiddleOfEntries),
        new(Core, "A21", "Cancelling at any moment writes all of a list or nothing",
            "The token reaches the driver, which stops the second of two statements.", AnyMoment),
        new(Core, "G7 G2", "A cancelled reader ends with OperationCanceledException or not at all",
            "A driver's own exception for \"cancelled\" is logged as an outage.", Readers),
    ];

    private static async Task Beforehand(Trial trial)
    {
        (Story[] stories, StreamAppend[] appends) = Drafts(trial);
        bool cancelled = await WasCancelledAsync(trial, appends, new CancellationToken(canceled: true)).ConfigureAwait(false);
        await WholeAsync(trial, stories, appends, cancelled).ConfigureAwait(false);
    }

    private static async Task MiddleOfList(Trial trial)
    {
        for (int middle = 0; middle < 5; middle++)
        {
            using var source = new CancellationTokenSource();
            (Story[] stories, StreamAppend[] appends) = Drafts(trial);
            var list = new CancellingList<StreamAppend>(appends, middle, source);
            await WholeAsync(trial, stories, appends, await WasCancelledAsync(trial, list, source.Token).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static async Task MiddleOfEntries(Trial trial)
    {
        for (int middle = 0; middle < 3; middle++)
        {
            using var source = new CancellationTokenSource();
            (Story[] stories, StreamAppend[] appends) = Drafts(trial);
            StreamAppend[] cancelling = [.. appends];
            cancelling[2] = appends[2] with { Entries = new CancellingList<StoredEntry>(appends[2].Entries, middle, source) };
            await WholeAsync(trial, stories, appends, await WasCancelledAsync(trial, cancelling, source.Token).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static async Task AnyMoment(Trial trial)
    {
        for (int round = 0; round < 40; round++)
        {
            using var source = new CancellationTokenSource();
            (Story[] stories, StreamAppend[] appends) = Drafts(trial);
            CancellationToken token = source.Token;
            Task<bool> writing = Task.Run(() => WasCancelledAsync(trial, appends, token), CancellationToken.None);
            for (int pause = trial.Dice.Below(20); pause > 0; pause--) await Task.Yield();
            if (round % 4 != 0) await Task.Delay(round % 4, CancellationToken.None).ConfigureAwait(false);
            await source.CancelAsync().ConfigureAwait(false);
            await WholeAsync(trial, stories, appends, await writing.ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static async Task Readers(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.Draft(20)).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] reads =
        [
            () => trial.Store.LoadAsync(story.Stream, LoadScope.OpenOnly, cancelled).AsTask(),
            () => trial.Store.HistoryAsync(story.Stream, 0, cancelled),
            () => trial.Store.FeedAsync(FeedCursor.Beginning, cancelled),
            () => trial.Store.FindAllAsync(new CommitmentQuery.OwnedBy(story.Tenant, "reception"), cancelled),
        ];
        foreach (Func<Task> read in reads)
        {
            try
            {
                await read().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Obeying is as good as not obeying; any other exception fails the check.
            }
        }

        await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static (Story[] Stories, StreamAppend[] Appends) Drafts(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 5).Select(_ => trial.NewStory())];
        return (stories, [.. stories.Select(story => story.Draft(3))]);
    }

    private static async Task<bool> WasCancelledAsync(Trial trial, IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, cancellationToken).ConfigureAwait(false);
            trial.Same(0, results.Count(result => result is not AppendResult.Appended), Contract.Cancellation, "appends that were not written by a call that ended well");
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>Requires that nothing was written when the call was cancelled, and everything otherwise; and that sending it again finishes it.</summary>
    private static async Task WholeAsync(Trial trial, Story[] stories, StreamAppend[] appends, bool cancelled)
    {
        if (cancelled) await Stories.RequireAsync(trial, stories, Contract.Cancellation).ConfigureAwait(false);
        IReadOnlyList<AppendResult> again = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        AppendResult expected = cancelled ? new AppendResult.Appended(3) : new AppendResult.Replayed(1, 3);
        trial.Same(Show.Results(appends.Select(_ => expected)), Show.Results(again), Contract.Cancellation,
            $"the list sent again after it was {(cancelled ? "cancelled" : "written")}");
        for (int index = 0; index < stories.Length; index++) stories[index].Accept(appends[index]);
        await Stories.RequireAsync(trial, stories, Contract.Cancellation).ConfigureAwait(false);
    }
}
