using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>A decision on what is no longer so is never written, and the answer says what is.</summary>
internal static class ConflictChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A5", "An append behind the stream is a conflict with the actual version",
            "Two teams promised the same customer in the same second; the second has not seen the first.", Behind),
        new(Core, "A6", "An append ahead of the stream is a conflict with the actual version", "A store that only looks for duplicates writes a gap.", Ahead),
        new(Core, "A5 A7", "Expecting no stream where there is one is a conflict",
            "The first write often is an insert of its own, whose violated key surfaces as a raw error.", ExpectedNone),
        new(Core, "A25", "An append that was decided on another head is a conflict, at the expected version too",
            "A store that was put back to an older copy and written to again has the version and another history; the chain would fork.", OtherHead),
        new(Core, "A10", "A conflict writes nothing: no entry, document, command or feed entry",
            "A loser whose documents were upserted before the version was compared has changed what the winner wrote.", WritesNothing),
        new(Core, "A10 A4", "A command that lost is not remembered",
            "A command table written before the comparison answers Replayed for something that never happened.", NotRemembered),
        new(Core, "A5 G2", "A conflict is an answer, however often it comes",
            "NEventStore, once: the second conflict in one transaction surfaced as a different error.", Repeated),
    ];

    private static Task Behind(Trial trial) => ConflictsAsync(trial, written: 5, expected: [0, 1, 4]);

    private static Task Ahead(Trial trial) => ConflictsAsync(trial, written: 3, expected: [4, 5, 100]);

    private static async Task ExpectedNone(Trial trial)
    {
        await ConflictsAsync(trial, written: 1, expected: [0]).ConfigureAwait(false);
        await ConflictsAsync(trial, written: 0, expected: [1, 7]).ConfigureAwait(false);
    }

    private static async Task OtherHead(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        CommitmentDocument known = story.Documents.First();
        foreach (StreamAppend fork in (StreamAppend[])[story.Draft(), story.Draft() with { MustBeNew = [known.Commitment] }])
        {
            StreamAppend append = fork with { ExpectedHead = Digest.Of(trial.Dice.Bytes(8)) };
            AppendResult result = await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false);
            trial.Same(new AppendResult.Conflict(2), result, Contract.Conflict, "an append that was decided on another head");
        }

        await story.WriteAsync(trial.Store, story.Draft() with { ExpectedHead = story.Head }).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Conflict).ConfigureAwait(false);
    }

    private static async Task WritesNothing(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument document = story.Document(due: Moments.At(5), lookups: [story.Lookup("HX-1")]);
        await story.WriteAsync(trial.Store, story.DraftWith([document])).ConfigureAwait(false);
        StreamAppend loser = story.DraftAt(0) with { Changed = [document with { Owner = "somebody else", IsOpen = false }, story.Document()] };
        AppendResult result = await trial.Store.AppendOneAsync(loser, trial.Cancellation).ConfigureAwait(false);
        trial.Same(new AppendResult.Conflict(1), result, Contract.Conflict, "the losing append");
        await story.RequireAsync(trial.Store, Contract.Conflict).ConfigureAwait(false);
        StoredStream? stored = await trial.Store.LoadAsync(story.Stream, new LoadScope([], loser.Command), trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Command(null), Show.Command(stored?.Command), Contract.Conflict, "the losing command");
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
        var query = new CommitmentQuery.OwnedBy(story.Tenant, "somebody else");
        trial.Same(Show.Set([]), Show.Set(await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false)), Contract.Conflict, "what the loser would own");
    }

    private static async Task NotRemembered(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend loser = story.Draft();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        AppendResult lost = await trial.Store.AppendOneAsync(loser, trial.Cancellation).ConfigureAwait(false);
        trial.Same(new AppendResult.Conflict(1), lost, Contract.Conflict, "the losing append");
        StreamAppend again = story.DraftAs(loser.Command) with { ContentHash = loser.ContentHash };
        await story.WriteAsync(trial.Store, again).ConfigureAwait(false);
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
    }

    private static async Task Repeated(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        StreamAppend loser = story.DraftAt(1);
        for (int round = 0; round < 20; round++)
        {
            AppendResult result = await trial.Store.AppendOneAsync(loser, trial.Cancellation).ConfigureAwait(false);
            trial.Same(new AppendResult.Conflict(2), result, Contract.Conflict, "the same losing append");
        }

        IReadOnlyList<AppendResult> batch = await trial.Store.AppendAsync([loser, loser, loser], trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Results(Enumerable.Repeat(new AppendResult.Conflict(2), 3)), Show.Results(batch), Contract.Conflict, "three losing appends at once");
        await story.RequireAsync(trial.Store, Contract.Conflict).ConfigureAwait(false);
    }

    private static async Task ConflictsAsync(Trial trial, int written, params int[] expected)
    {
        Story story = trial.NewStory();
        for (int version = 0; version < written; version++) await story.WriteAsync(trial.Store).ConfigureAwait(false);
        foreach (int version in expected)
        {
            AppendResult result = await trial.Store.AppendOneAsync(story.DraftAt(version), trial.Cancellation).ConfigureAwait(false);
            trial.Same(new AppendResult.Conflict(written), result, Contract.Conflict, $"an append at version {version} of a stream at {written}");
        }

        await story.RequireAsync(trial.Store, Contract.Conflict).ConfigureAwait(false);
    }
}
