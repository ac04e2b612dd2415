using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The same command twice is one command, whatever else happened meanwhile.</summary>
internal static class IdempotencyChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A1", "A repeated command answers with the versions that it wrote",
            "The caller's reply was lost; without the versions nobody can tell it what it promised.", Repeated),
        new(Core, "A1", "A repeated command answers with its own versions after others have written",
            "A store that answers with the newest version hands out somebody else's receipt.", RepeatedLater),
        new(Core, "A10", "A replay changes nothing: entries, documents, record, head and feed",
            "A store that upserts documents before it looks for the command brings back the state of last week.", ReplayWritesNothing),
        new(Core, "A2 A10", "A command id with other content is refused and writes nothing",
            "Two different promises under one id: one of the two customers would be lied to.", Reused),
        new(Core, "A1 A2 A5 A6", "Replayed before reused before conflict, whatever the expected version",
            "Two stores that disagree on the order of their answers make the core behave differently on each.", Matrix),
        new(Core, "A16 A1", "The same command twice in one list is appended, then replayed",
            "A caller who sends again at once lands in the same batch as the first try.", TwiceInList),
        new(Core, "A16 A2", "A command id used twice in one list with other content is refused the second time",
            "A unique key that fails here fails the whole batch.", ReusedInList),
        new(Core, "G3 A3", "The same command id in two streams is two commands",
            "A command table without the stream in its key answers one customer with another's promise.", PerStream),
        new(Core, "L6", "A load finds the command that it looks for, in its own stream only", "The core decides on this whether to ask the rules again.", LoadFinds),
        new(Core, "A1", "A command of many appends ago is still remembered",
            "A window of remembered commands forgets on the day that the queue was down.", OldCommand),
    ];

    private static async Task Repeated(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        StreamAppend append = await story.WriteAsync(trial.Store, story.Draft(3)).ConfigureAwait(false);
        for (int round = 0; round < 3; round++) await ReplaysAsync(trial, append, new AppendResult.Replayed(3, 5)).ConfigureAwait(false);
    }

    private static async Task RepeatedLater(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend first = await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        StreamAppend second = await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.Draft(3)).ConfigureAwait(false);
        await ReplaysAsync(trial, second, new AppendResult.Replayed(3, 3)).ConfigureAwait(false);
        await ReplaysAsync(trial, first, new AppendResult.Replayed(1, 2)).ConfigureAwait(false);
    }

    private static async Task ReplayWritesNothing(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument document = story.Document(due: Moments.At(5), lookups: [story.Lookup("HX-1")]);
        StreamAppend first = await story.WriteAsync(trial.Store, story.DraftWith([document])).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([document with { IsOpen = false, Owner = "housekeeping" }, story.Document()])).ConfigureAwait(false);
        await ReplaysAsync(trial, first, new AppendResult.Replayed(1, 1)).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Replayed).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task Reused(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend first = await story.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend other = story.DraftAs(first.Command);
        await ReusesAsync(trial, other).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Reused).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
        await ReplaysAsync(trial, first, new AppendResult.Replayed(1, 1)).ConfigureAwait(false);
    }

    private static async Task Matrix(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend seen = await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        foreach (long expected in new long[] { 0, 1, 3, 4, 5, 1_000 })
        {
            StreamAppend same = story.DraftAt(expected, seen.Command) with { ContentHash = seen.ContentHash };
            await ReplaysAsync(trial, same, new AppendResult.Replayed(2, 3)).ConfigureAwait(false);
            await ReusesAsync(trial, story.DraftAt(expected, seen.Command)).ConfigureAwait(false);
            if (expected == story.Version) continue;
            AppendResult unseen = await trial.Store.AppendOneAsync(story.DraftAt(expected), trial.Cancellation).ConfigureAwait(false);
            trial.Same(new AppendResult.Conflict(4), unseen, Contract.Conflict, $"a new command at version {expected} of a stream at 4");
        }

        await story.RequireAsync(trial.Store, Contract.Replayed).ConfigureAwait(false);
    }

    private static async Task TwiceInList(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend append = story.Draft(2);
        story.Accept(append);
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([append, append, append], trial.Cancellation).ConfigureAwait(false);
        AppendResult[] expected = [new AppendResult.Appended(2), new AppendResult.Replayed(1, 2), new AppendResult.Replayed(1, 2)];
        trial.Same(Show.Results(expected), Show.Results(results), Contract.Replayed, "the same append three times in one list");
        await story.RequireAsync(trial.Store, Contract.Replayed).ConfigureAwait(false);
    }

    private static async Task ReusedInList(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend append = story.Draft();
        StreamAppend other = story.DraftAs(append.Command);
        story.Accept(append);
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([append, other], trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Results([new AppendResult.Appended(1), new AppendResult.CommandIdReused()]), Show.Results(results), Contract.Reused, "one id, two contents, one list");
        await story.RequireAsync(trial.Store, Contract.Reused).ConfigureAwait(false);
    }

    private static async Task PerStream(Trial trial)
    {
        Story one = trial.NewStory();
        Story two = trial.NewStory();
        StreamAppend first = await one.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend second = two.DraftAs(first.Command);
        await two.WriteAsync(trial.Store, second).ConfigureAwait(false);
        await one.RequireAsync(trial.Store).ConfigureAwait(false);
        await two.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static async Task LoadFinds(Trial trial)
    {
        Story one = trial.NewStory();
        Story two = trial.NewStory();
        await one.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend append = await one.WriteAsync(trial.Store, one.Draft(3)).ConfigureAwait(false);
        await two.WriteAsync(trial.Store).ConfigureAwait(false);
        await FindsAsync(trial, one, append.Command, new StoredCommand(append.ContentHash, 2, 4)).ConfigureAwait(false);
        await FindsAsync(trial, one, null, null).ConfigureAwait(false);
        await FindsAsync(trial, one, CommandId.New(), null).ConfigureAwait(false);
        await FindsAsync(trial, two, append.Command, null).ConfigureAwait(false);
    }

    private static async Task OldCommand(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend first = await story.WriteAsync(trial.Store).ConfigureAwait(false);
        for (int round = 0; round < 300; round++) await story.WriteAsync(trial.Store, story.DraftWith([])).ConfigureAwait(false);
        await ReplaysAsync(trial, first, new AppendResult.Replayed(1, 1)).ConfigureAwait(false);
    }

    private static async Task FindsAsync(Trial trial, Story story, CommandId? command, StoredCommand? expected)
    {
        StoredStream? stored = await trial.Store.LoadAsync(story.Stream, new LoadScope([], command), trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Command(expected), Show.Command(stored?.Command), Contract.Load, "the command looked for");
    }

    private static async Task ReplaysAsync(Trial trial, StreamAppend append, AppendResult expected) =>
        trial.Same(expected, await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false), Contract.Replayed,
            $"a command seen before, sent at version {append.ExpectedVersion}");

    private static async Task ReusesAsync(Trial trial, StreamAppend append) =>
        trial.Same(new AppendResult.CommandIdReused(), await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false), Contract.Reused,
            $"a reused command id, sent at version {append.ExpectedVersion}");
}
