using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>What one append does, to its own stream and to nothing else.</summary>
internal static class AppendChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "L1 H2", "A stream that nothing was written to is null and has no history",
            "A store that makes up an empty stream lets a promise be decided at a version that does not exist.", Empty),
        new(Core, "A3 A8", "The first append makes the stream", "Where the first write is a special case, it is the case that is forgotten.", First),
        new(Core, "A4 A8", "An append with several entries answers with the version of the last",
            "A split closes one commitment and opens two; a store that counts appends instead of entries loses its place.", Several),
        new(Core, "A4 A8", "Every append moves version, head, record and documents together",
            "A head row that lags behind its entries makes the next team decide on what is no longer so.", Together),
        new(Core, "A9", "Documents that are not named stay as they are", "A store that replaces the whole set forgets every other promise of the customer.", Unnamed),
        new(Core, "A9", "A changed document replaces the former one in every part",
            "An upsert that leaves a column out keeps a due time or an owner that is no longer so.", Replaced),
        new(Core, "A9", "An append without changed documents keeps them all", "A briefing that was read writes an entry and changes nothing else.", NoDocuments),
        new(Core, "A8 G3", "Writing to one stream leaves the others as they are", "A missing predicate in an update changes every customer at once.", Others),
        new(Core, "A12", "The same input may be sent again: the store changes nothing that it was given",
            "Marten, once: a retried commit found its arrays emptied, wrote nothing, and reported success.", InputUntouched),
        new(Core, "A5 A4", "Writing again after a conflict takes the version from the conflict",
            "The core trusts the actual version; a wrong one makes it reload for ever.", AfterConflict),
    ];

    private static async Task Empty(Trial trial)
    {
        Story story = trial.NewStory();
        await trial.NewStory().WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.NoStream).ConfigureAwait(false);
        var scope = new LoadScope([CommitmentId.New()], CommandId.New());
        StoredStream? stored = await trial.Store.LoadAsync(story.Stream, scope, trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Stream(null), Show.Stream(stored), Contract.NoStream, "a load of a stream without entries");
    }

    private static async Task First(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static async Task Several(Trial trial)
    {
        Story story = trial.NewStory();
        foreach (int entries in new[] { 3, 1, 2 }) await story.WriteAsync(trial.Store, story.Draft(entries)).ConfigureAwait(false);
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static async Task Together(Trial trial)
    {
        Story story = trial.NewStory();
        for (int round = 0; round < 10; round++)
        {
            await story.WriteAsync(trial.Store, story.Draft(trial.Dice.Between(1, 3))).ConfigureAwait(false);
            await story.RequireAsync(trial.Store).ConfigureAwait(false);
        }
    }

    private static async Task Unnamed(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.DraftWith([story.Document(), story.Document(), story.Document(isOpen: false)])).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([story.Document()])).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Unchanged).ConfigureAwait(false);
    }

    private static async Task Replaced(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument before = story.Document(due: Moments.At(5), owner: "reception", lookups: [story.Lookup("HX-1"), story.Lookup("HX-2")]);
        await story.WriteAsync(trial.Store, story.DraftWith([before])).ConfigureAwait(false);
        CommitmentDocument[] changes =
        [
            before with { Due = Moments.At(9), Owner = "housekeeping" },
            before with { Due = null, Lookups = [story.Lookup("HX-3")] },
            before with { IsOpen = false, State = trial.Dice.Bytes(5), Lookups = [] },
            before with { IsOpen = true },
        ];
        foreach (CommitmentDocument change in changes)
        {
            await story.WriteAsync(trial.Store, story.DraftWith([change])).ConfigureAwait(false);
            await story.RequireAsync(trial.Store).ConfigureAwait(false);
        }
    }

    private static async Task NoDocuments(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([])).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Unchanged).ConfigureAwait(false);
    }

    private static async Task Others(Trial trial)
    {
        Story[] stories = [.. Enumerable.Range(0, 5).Select(_ => trial.NewStory())];
        foreach (Story story in stories) await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await stories[2].WriteAsync(trial.Store, stories[2].Draft(4)).ConfigureAwait(false);
        foreach (Story story in stories) await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static async Task InputUntouched(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend late = story.DraftAt(4);
        StreamAppend append = story.Draft(3);
        (string lateBefore, string before) = (Text(late), Text(append));
        await trial.Store.AppendOneAsync(late, trial.Cancellation).ConfigureAwait(false);
        trial.Same(lateBefore, Text(late), Contract.InputUntouched, "the append that was handed over, after a conflict");
        await story.WriteAsync(trial.Store, append).ConfigureAwait(false);
        trial.Same(before, Text(append), Contract.InputUntouched, "the append that was handed over, after it was written");
        await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false);
        trial.Same(before, Text(append), Contract.InputUntouched, "the append that was handed over, after it was replayed");
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static async Task AfterConflict(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend late = story.Draft();
        await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        AppendResult result = await trial.Store.AppendOneAsync(late, trial.Cancellation).ConfigureAwait(false);
        trial.Same(new AppendResult.Conflict(2), result, Contract.Conflict, "an append at version 0 of a stream at 2");
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static string Text(StreamAppend append) =>
        $"{append.ExpectedVersion} {append.Command} {append.Head} {Show.Bytes(append.Record)} {Show.Lines(append.Entries.Select(Show.Entry))} {Show.Lines(Show.Set(append.Changed))}";
}
