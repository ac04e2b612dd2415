using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Many appends in one call: one result each, and no shared fate.</summary>
internal static class BatchChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A13", "An empty list gives an empty list", "A statement built from no rows is a syntax error.", EmptyList),
        new(Core, "A14", "A list gives one result each, in the order of the list",
            "A store that sorts a list to avoid deadlocks and forgets to sort back answers one customer with another's version.", InOrder),
        new(Core, "A16", "A later append of a list sees an earlier one of the same stream",
            "A store that compares all versions first lets the second of two contradictory promises through.", SeesEarlier),
        new(Core, "A16", "Of two appends of a list at one version, the first wins",
            "The order of the list is the order of arrival; the other way round is unfair and unpredictable.", FirstWins),
        new(Core, "A15", "A conflict in a list leaves its neighbours alone",
            "One team's late decision must not throw away the promises of 255 strangers in the same batch.", Neighbours),
        new(Core, "A15", "A reused command id in a list leaves its neighbours alone", "An exception for one row rolls back the transaction of all.", ReusedNeighbour),
        new(Core, "A14 A16 A8", "A list of 256 appends in any order is written as if one by one", "256 is what the core sends at once under load.", Large),
    ];

    private static async Task EmptyList(Trial trial)
    {
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([], trial.Cancellation).ConfigureAwait(false);
        trial.Same(0, results.Count, "An empty list gives an empty list.", "results");
    }

    private static async Task InOrder(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 12).Select(_ => trial.NewStory())];
        StreamAppend[] appends = [.. stories.Select((story, index) => story.Draft(index + 1))];
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Results(stories.Select((_, index) => new AppendResult.Appended(index + 1))), Show.Results(results), Contract.Batch, "appends of 1, 2, 3 … entries");
        await RequireAsync(trial, stories, appends).ConfigureAwait(false);
    }

    private static async Task SeesEarlier(Trial trial)
    {
        Story story = trial.NewStory();
        var appends = new List<StreamAppend>();
        for (int index = 0; index < 5; index++)
        {
            appends.Add(story.Draft(2));
            story.Accept(appends[^1]);
        }

        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Results(Enumerable.Range(1, 5).Select(number => new AppendResult.Appended(2 * number))), Show.Results(results), Contract.Batch,
            "five appends that build on each other");
        await story.RequireAsync(trial.Store, Contract.Batch).ConfigureAwait(false);
    }

    private static async Task FirstWins(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend first = story.Draft(2);
        StreamAppend second = story.Draft();
        story.Accept(first);
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([first, second], trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Results([new AppendResult.Appended(2), new AppendResult.Conflict(2)]), Show.Results(results), Contract.Batch, "two appends at version 0");
        await story.RequireAsync(trial.Store, Contract.Batch).ConfigureAwait(false);
    }

    private static async Task Neighbours(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 9).Select(_ => trial.NewStory())];
        foreach (Story story in stories) await story.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend[] appends = [.. stories.Select((story, index) => index % 3 == 1 ? story.DraftAt(index % 2 == 0 ? 0 : 7) : story.Draft())];
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        IEnumerable<AppendResult> expected = stories.Select((_, index) => index % 3 == 1 ? (AppendResult)new AppendResult.Conflict(1) : new AppendResult.Appended(2));
        trial.Same(Show.Results(expected), Show.Results(results), Contract.Batch, "nine appends of which every third is late");
        await RequireAsync(trial, stories, [.. appends.Where((_, index) => index % 3 != 1)]).ConfigureAwait(false);
    }

    private static async Task ReusedNeighbour(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 3).Select(_ => trial.NewStory())];
        StreamAppend before = await stories[1].WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend[] appends = [.. stories.Select(story => story.Draft())];
        appends[1] = stories[1].DraftAs(before.Command);
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        AppendResult[] expected = [new AppendResult.Appended(1), new AppendResult.CommandIdReused(), new AppendResult.Appended(1)];
        trial.Same(Show.Results(expected), Show.Results(results), Contract.Batch, "three appends, the second with a reused command id");
        await RequireAsync(trial, stories, [appends[0], appends[2]]).ConfigureAwait(false);
    }

    private static async Task Large(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 40).Select(_ => trial.NewStory())];
        var appends = new List<StreamAppend>();
        for (int index = 0; index < 256; index++)
        {
            Story story = trial.Dice.Pick(stories);
            appends.Add(story.Draft());
            story.Accept(appends[^1]);
        }

        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
        IEnumerable<AppendResult> expected = appends.Select(append => new AppendResult.Appended(append.ExpectedVersion + 1));
        trial.Same(Show.Results(expected), Show.Results(results), Contract.Batch, "256 appends to 40 streams");
        await RequireAsync(trial, stories, []).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, stories).ConfigureAwait(false);
    }

    private static async Task RequireAsync(Trial trial, Story[] stories, StreamAppend[] accepted)
    {
        foreach (StreamAppend append in accepted) Array.Find(stories, story => story.Stream == append.Stream)!.Accept(append);
        foreach (Story story in stories) await story.RequireAsync(trial.Store, Contract.Batch).ConfigureAwait(false);
    }
}
