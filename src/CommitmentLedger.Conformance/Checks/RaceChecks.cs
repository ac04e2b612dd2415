using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Many writers on one customer: what is answered is what was written.</summary>
internal static class RaceChecks
{
    private const int Writers = 20;

    public static ConformanceCheck[] All { get; } =
    [
        new(Concurrent, "A18", "Of parallel appends at one version exactly one is written", "Eventuous, once: 20 parallel appends, 20 successes, 10 events.", OneWins),
        new(Concurrent, "A18 A8", "Parallel writers who try again write everything that they were told",
            "A store that compares the version outside its lock tells two writers that they won.", SuccessesAreEntries),
        new(Concurrent, "A19", "The same command from many callers at once is written once",
            "A queue delivers a command twice, to two servers, in the same millisecond.", SameCommand),
        new(Concurrent, "A19", "One command id with many contents at once is written once and refused otherwise",
            "A unique key that fails is CommandIdReused, not an error.", ReusedCommand),
        new(Concurrent, "A20", "Lists that name the same streams in opposite order all end",
            "Two transactions that lock in the order of their lists wait for each other; the database kills one.", OppositeOrder),
        new(Concurrent, "L2", "A load while others write is at one point in time",
            "A head of now with documents of a moment ago decides on a state that never was.", LoadAtOnePoint),
        new(Concurrent, "H4", "History while others write has no gaps",
            "A reader that sees the second of two commits without the first builds on a hole.", HistoryHasNoGaps),
        new(Concurrent, "Q8", "A commitment that nobody changes is found in every answer while others change",
            "A scan that follows a moving index skips what stands still.", FindsTheUnmoved),
    ];

    private static async Task OneWins(Trial trial)
    {
        for (int round = 0; round < 8; round++)
        {
            Story story = trial.NewStory();
            StreamAppend[] appends = [.. Enumerable.Range(0, Writers).Select(_ => story.Draft(2))];
            AppendResult[] results = await SendAsync(trial, writer => appends[writer]).ConfigureAwait(false);
            IEnumerable<AppendResult> expected = [new AppendResult.Appended(2), .. Enumerable.Repeat(new AppendResult.Conflict(2), Writers - 1)];
            trial.Same(Sorted(expected), Sorted(results), Contract.Conflict, $"{Writers} parallel appends at version 0");
            story.Accept(appends[Array.FindIndex(results, result => result is AppendResult.Appended)]);
            await story.RequireAsync(trial.Store, Contract.Conflict).ConfigureAwait(false);
        }
    }

    private static async Task SuccessesAreEntries(Trial trial)
    {
        Story[] writers = [.. Enumerable.Range(0, 6).Select(_ => new Story(trial, "kit", "shared"))];
        var written = new List<StoredEntry>();
        await Race.RunAsync(writers.Length, async writer =>
        {
            for (int done = 0; done < 15;)
            {
                writers[writer].Follow(await trial.Store.LoadAsync(writers[writer].Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false));
                StreamAppend append = writers[writer].Draft();
                if (await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false) is not AppendResult.Appended) continue;
                done++;
                lock (written) written.AddRange(append.Entries);
            }
        }).ConfigureAwait(false);
        List<StoredEntry> history = await trial.Store.HistoryAsync(writers[0].Stream, 0, trial.Cancellation).ConfigureAwait(false);
        IEnumerable<string> expected = written.OrderBy(entry => entry.Version).Select(Show.Entry);
        trial.Same(expected, history.Select(Show.Entry), Contract.Appended, "entries of which somebody was told that they were written");
    }

    private static async Task SameCommand(Trial trial)
    {
        for (int round = 0; round < 8; round++)
        {
            Story story = trial.NewStory();
            await story.WriteAsync(trial.Store).ConfigureAwait(false);
            StreamAppend append = story.Draft(2);
            AppendResult[] results = await SendAsync(trial, _ => append).ConfigureAwait(false);
            IEnumerable<AppendResult> expected = [new AppendResult.Appended(3), .. Enumerable.Repeat(new AppendResult.Replayed(2, 3), Writers - 1)];
            trial.Same(Sorted(expected), Sorted(results), Contract.Replayed, $"one command sent by {Writers} at once");
            story.Accept(append);
            await story.RequireAsync(trial.Store, Contract.Replayed).ConfigureAwait(false);
        }
    }

    private static async Task ReusedCommand(Trial trial)
    {
        for (int round = 0; round < 8; round++)
        {
            Story story = trial.NewStory();
            var command = new CommandId(trial.Dice.Guid());
            StreamAppend[] appends = [.. Enumerable.Range(0, Writers).Select(_ => story.DraftAs(command))];
            AppendResult[] results = await SendAsync(trial, writer => appends[writer]).ConfigureAwait(false);
            IEnumerable<AppendResult> expected = [new AppendResult.Appended(1), .. Enumerable.Repeat(new AppendResult.CommandIdReused(), Writers - 1)];
            trial.Same(Sorted(expected), Sorted(results), Contract.Reused, $"one command id with {Writers} contents at once");
        }
    }

    private static async Task OppositeOrder(Trial trial)
    {
        Story[][] writers = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 8).Select(number => new Story(trial, "kit", $"shared {number}")).ToArray())];
        int successes = 0;
        await Race.RunAsync(writers.Length, async writer =>
        {
            for (int round = 0; round < 15; round++)
            {
                foreach (Story story in writers[writer])
                    story.Follow(await trial.Store.LoadAsync(story.Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false));
                StreamAppend[] appends = [.. (writer % 2 == 0 ? writers[writer] : writers[writer].Reverse()).Select(story => story.Draft())];
                IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync(appends, trial.Cancellation).ConfigureAwait(false);
                Interlocked.Add(ref successes, results.Count(result => result is AppendResult.Appended));
            }
        }).ConfigureAwait(false);
        List<FeedEntry> feed = await Feeds.ReadAsync(trial, trial.Store, successes).ConfigureAwait(false);
        trial.Same(successes, feed.Count, Contract.Batch, "entries of lists that crossed each other");
    }

    private static async Task LoadAtOnePoint(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument[] documents = [story.Document(), story.Document(), story.Document()];
        Task writing = Task.Run(async () =>
        {
            for (byte round = 1; round <= 100; round++)
            {
                byte[] state = [round];
                StreamAppend append = story.DraftWith([.. documents.Select(document => document with { State = state })]);
                await story.WriteAsync(trial.Store, append with { Record = state }).ConfigureAwait(false);
            }
        });
        StreamKey stream = story.Stream;
        await Race.WhileAsync(writing, async () =>
        {
            StoredStream? stored = await trial.Store.LoadAsync(stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false);
            if (stored is null) return;
            IEnumerable<string> states = stored.Commitments.Select(document => Show.Bytes(document.State)).Append(Show.Bytes(stored.Record)).Distinct(StringComparer.Ordinal);
            trial.Same([Show.Bytes(new[] { (byte)stored.Version })], states, Contract.Load, $"record and documents of a load at version {stored.Version}");
        }).ConfigureAwait(false);
    }

    private static async Task HistoryHasNoGaps(Trial trial)
    {
        Story story = trial.NewStory();
        StreamKey stream = story.Stream;
        Task writing = Task.Run(async () =>
        {
            for (int round = 0; round < 60; round++) await story.WriteAsync(trial.Store, story.Draft(3)).ConfigureAwait(false);
        });
        await Race.WhileAsync(writing, async () =>
        {
            List<StoredEntry> history = await trial.Store.HistoryAsync(stream, 0, trial.Cancellation).ConfigureAwait(false);
            trial.Same(Enumerable.Range(1, history.Count).Select(version => $"{version}"), history.Select(entry => $"{entry.Version}"),
                Contract.History, "versions read while others write");
            trial.Same(0, history.Count % 3, Contract.AllOrNothing, "entries of half an append");
        }).ConfigureAwait(false);
    }

    private static async Task FindsTheUnmoved(Trial trial)
    {
        Story still = trial.NewStory();
        Story moving = trial.NewStory();
        CommitmentDocument[] unmoved = [.. Enumerable.Range(0, 20).Select(index => still.Document(due: Moments.At(index)))];
        CommitmentDocument moved = moving.Document(due: Moments.At(0));
        await still.WriteAsync(trial.Store, still.DraftWith(unmoved)).ConfigureAwait(false);
        Task writing = Task.Run(async () =>
        {
            for (int round = 0; round < 60; round++)
                await moving.WriteAsync(trial.Store, moving.DraftWith([moved with { Due = Moments.At(round % 2 == 0 ? 30 : 0), IsOpen = round % 3 != 0 }])).ConfigureAwait(false);
        });
        var query = new CommitmentQuery.OwnedBy(still.Tenant, "reception");
        await Race.WhileAsync(writing, async () =>
        {
            List<CommitmentDocument> found = await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
            trial.Same(Show.Set(unmoved), Show.Set(found.Where(document => document.Stream == still.Stream)), Contract.Find, "commitments that nobody changes");
        }).ConfigureAwait(false);
    }

    /// <summary>Sends one append from each writer at once.</summary>
    private static async Task<AppendResult[]> SendAsync(Trial trial, Func<int, StreamAppend> append)
    {
        var results = new AppendResult[Writers];
        await Race.RunAsync(Writers, SendOneAsync).ConfigureAwait(false);
        return results;

        async Task SendOneAsync(int writer) => results[writer] = await trial.Store.AppendOneAsync(append(writer), trial.Cancellation).ConfigureAwait(false);
    }

    private static string Sorted(IEnumerable<AppendResult> results) => string.Join(", ", results.Select(Show.Result).Order(StringComparer.Ordinal));
}
