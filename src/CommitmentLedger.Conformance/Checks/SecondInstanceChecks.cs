using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>What one instance was told is written, seen by another that was open before and is asked one thing only: no other question refreshes it.</summary>
internal static class SecondInstanceChecks
{
    private const int Rounds = 3;

    public static ConformanceCheck[] All { get; } =
    [
        new(Durable, "G5 H1", "What one instance was told is written is in another's history at once",
            "An instance that refreshes itself when it loads, and only then, shows an auditor the history of yesterday.", InHistory),
        new(Durable, "G5 F3", "What one instance was told is written is in another's feed at once",
            "The watcher runs in a process of its own, reads the feed and nothing else, and never hears of anything.", InFeed),
        new(Durable, "G5 Q7", "What one instance was told is written is in another's answers at once",
            "The wall display asks one question all day, and shows what was due this morning.", InAnswers),
    ];

    private static async Task InHistory(Trial trial)
    {
        Story story = trial.NewStory();
        ILedgerStore second = await trial.OpenSecondAsync().ConfigureAwait(false);
        for (int round = 0; round < Rounds; round++)
        {
            await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
            List<StoredEntry> seen = await second.HistoryAsync(story.Stream, 0, trial.Cancellation).ConfigureAwait(false);
            trial.Same(story.Entries.Select(Show.Entry), seen.Select(Show.Entry), Contract.Seen, "the history that the other instance gives");
        }
    }

    private static async Task InFeed(Trial trial)
    {
        Story story = trial.NewStory();
        ILedgerStore second = await trial.OpenSecondAsync().ConfigureAwait(false);
        var read = new List<FeedEntry>();
        for (int round = 0; round < Rounds; round++)
        {
            await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
            await Feeds.ReadOnAsync(trial, second, read, story.Entries.Count).ConfigureAwait(false);
            trial.Same(story.Entries.Select(Show.Entry), read.Select(entry => Show.Entry(entry.Entry)), Contract.Seen, "the feed that the other instance gives");
        }
    }

    private static async Task InAnswers(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument first = story.Document(due: Moments.At(1), lookups: story.Lookup("HX-1"));
        CommitmentQuery[] queries = [new CommitmentQuery.DueBefore(story.Tenant, Moments.At(9)), new CommitmentQuery.OwnedBy(story.Tenant, "reception"),
            new CommitmentQuery.WithLookup(story.Tenant, story.Lookup("HX-1"))];
        var readers = new List<(CommitmentQuery Query, ILedgerStore Store)>();
        foreach (CommitmentQuery query in queries) readers.Add((query, await trial.OpenSecondAsync().ConfigureAwait(false)));
        foreach (CommitmentDocument now in new[] { first, first with { Due = Moments.At(2) }, first with { IsOpen = false } })
        {
            await story.WriteAsync(trial.Store, story.DraftWith([now])).ConfigureAwait(false);
            foreach ((CommitmentQuery query, ILedgerStore reader) in readers)
            {
                List<CommitmentDocument> found = await reader.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
                trial.Same(query.Answer([now]).Select(Show.Document), found.Select(Show.Document), Contract.Seen, $"what the other instance answers to {query}");
            }
        }
    }
}
