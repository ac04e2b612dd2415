using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The line breaks, and the caller asks again.</summary>
internal static class LostReplyChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A22 A1", "A reply that was lost after the write is given again, and nothing is written twice",
            "Marten, once: the retried commit wrote empty arrays and reported success.", AfterWrite),
        new(Core, "A22", "A request that was lost before the write is finished by sending it again",
            "A caller who never sends again loses the promise; one who may, must not make it twice.", BeforeWrite),
        new(Core, "A22 A15", "A list whose reply was lost is finished by sending all of it again",
            "Half of a list was new, half was not: each append is judged on its own.", WholeList),
        new(Core, "A22", "Ten lost replies in a row still write exactly once", "A bad line is bad for minutes.", ManyTimes),
    ];

    private static Task AfterWrite(Trial trial) => FinishAsync(trial, [Loss.Reply], new AppendResult.Replayed(1, 3));

    private static Task BeforeWrite(Trial trial) => FinishAsync(trial, [Loss.Request], new AppendResult.Appended(3));

    private static Task ManyTimes(Trial trial) => FinishAsync(trial, [Loss.Request, .. Enumerable.Repeat(Loss.Reply, 9)], new AppendResult.Replayed(1, 3));

    private static async Task WholeList(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 6).Select(_ => trial.NewStory())];
        StreamAppend[] appends = [.. stories.Select(story => story.Draft(2))];
        var line = new LosingStore(trial.Store, () => Loss.Reply);
        await LosesAsync(trial, line, [.. appends.Where((_, index) => index % 2 == 0)]).ConfigureAwait(false);
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        IEnumerable<AppendResult> expected = appends.Select((_, index) => index % 2 == 0 ? (AppendResult)new AppendResult.Replayed(1, 2) : new AppendResult.Appended(2));
        trial.Same(Show.Results(expected), Show.Results(results), Contract.Unknown, "a list of which every other append had been written");
        for (int index = 0; index < stories.Length; index++) stories[index].Accept(appends[index]);
        await Stories.RequireAsync(trial, stories, Contract.Unknown).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, stories).ConfigureAwait(false);
    }

    private static async Task FinishAsync(Trial trial, IReadOnlyList<Loss> losses, AppendResult expected)
    {
        Story story = trial.NewStory();
        StreamAppend append = story.Draft(3);
        var plan = new Queue<Loss>(losses);
        var line = new LosingStore(trial.Store, () => plan.TryDequeue(out Loss loss) ? loss : Loss.None);
        foreach (Loss _ in losses) await LosesAsync(trial, line, [append]).ConfigureAwait(false);
        trial.Same(expected, await line.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false), Contract.Unknown, "the append sent again");
        story.Accept(append);
        await story.RequireAsync(trial.Store, Contract.Unknown).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task LosesAsync(Trial trial, LosingStore line, IReadOnlyList<StreamAppend> appends)
    {
        try
        {
            await line.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        }
        catch (LedgerOutcomeUnknownException)
        {
            return;
        }

        throw new InvalidOperationException("The line of the kit lost nothing.");
    }
}
