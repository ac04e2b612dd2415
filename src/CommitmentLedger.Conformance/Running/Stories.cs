using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What checks do with many customers at once.</summary>
internal static class Stories
{
    /// <summary>Writes appends to several customers, taking turns as the dice fall.</summary>
    public static async Task WriteAsync(Trial trial, IReadOnlyList<Story> stories, int appends)
    {
        for (int round = 0; round < appends; round++)
        {
            Story story = trial.Dice.Pick(stories);
            await story.WriteAsync(trial.Store, story.Draft(trial.Dice.Between(1, 3))).ConfigureAwait(false);
        }
    }

    /// <summary>Fills the feed up to a number of entries, quickly: one entry for each of many customers.</summary>
    public static Task<Story[]> FillAsync(Trial trial, int entries) => FillAsync(trial, entries, story => story.DraftWith([]));

    /// <summary>Gives each of many customers a first append of one entry.</summary>
    public static async Task<Story[]> FillAsync(Trial trial, int entries, Func<Story, StreamAppend> first)
    {
        Story[] stories = [.. Enumerable.Range(0, entries).Select(_ => trial.NewStory())];
        foreach (Story[] chunk in stories.Chunk(250))
        {
            StreamAppend[] appends = [.. chunk.Select(first)];
            IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
            trial.Same(Show.Results(chunk.Select(_ => new AppendResult.Appended(1))), Show.Results(results), Contract.Batch, "first appends");
            for (int index = 0; index < chunk.Length; index++) chunk[index].Accept(appends[index]);
        }

        return stories;
    }

    /// <summary>Requires that the store holds exactly what these customers wrote.</summary>
    public static async Task RequireAsync(Trial trial, IEnumerable<Story> stories, string sentence)
    {
        foreach (Story story in stories) await story.RequireAsync(trial.Store, sentence).ConfigureAwait(false);
    }
}
