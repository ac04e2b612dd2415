using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Counts of what is given and of what it costs. Nothing here is timed.</summary>
internal static class FastChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Fast, "L4", "What a load gives does not grow with what is closed", "A customer of ten years is briefed as fast as a new one.", LoadStaysSmall),
        new(Fast, "L7", "A load costs at most one round trip, however much is asked and however long the history",
            "A query for each closed commitment makes a dispute slow exactly when it matters.", LoadRoundTrips),
        new(Fast, "L3 L4 L7", "What a load gives and costs does not grow with other customers",
            "A million other customers must not slow down the briefing of one.", LoadIgnoresOthers),
        new(Fast, "A17", "An append of many entries costs no more round trips than one of one entry",
            "A statement for each entry multiplies the latency to the database by the size of the split.", AppendRoundTrips),
        new(Fast, "A17", "A list of many appends costs no more round trips than a list of one",
            "The core sends lists so that many callers share a round trip.", ListRoundTrips),
        new(Fast, "F9", "The first entries of a long feed cost at most two round trips",
            "A feed that is read page by page into memory before the first entry is given out needs the memory of the whole ledger.", FeedIsPaged),
        new(Fast, "Q6", "A question gives no more than its limit, whatever there is", "The first page of a thousand costs as much as all of them.", FindStaysSmall),
    ];

    private static async Task LoadStaysSmall(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument open = story.Document();
        CommitmentDocument asked = story.Document(isOpen: false);
        await story.WriteAsync(trial.Store, story.DraftWith([open, asked])).ConfigureAwait(false);
        foreach (int closed in new[] { 0, 10, 500 })
        {
            await story.WriteAsync(trial.Store, story.DraftWith([.. Enumerable.Range(0, closed).Select(_ => story.Document(isOpen: false))])).ConfigureAwait(false);
            StoredStream? stored = await trial.Store.LoadAsync(story.Stream, new LoadScope([asked.Commitment], Command: null), trial.Cancellation).ConfigureAwait(false);
            trial.Same(Show.Set([open, asked]), Show.Set(stored?.Commitments ?? []), Contract.Counts, $"the documents of a load beside {closed} closed ones");
        }
    }

    private static async Task LoadRoundTrips(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument[] closed = [.. Enumerable.Range(0, 50).Select(_ => story.Document(isOpen: false))];
        await story.WriteAsync(trial.Store, story.DraftWith([story.Document(), .. closed], 100)).ConfigureAwait(false);
        var scope = new LoadScope([.. closed.Select(document => document.Commitment)], CommandId.New());
        await trial.Store.LoadAsync(story.Stream, scope, trial.Cancellation).ConfigureAwait(false);
        long trips = await TripsAsync(trial, async () => await trial.Store.LoadAsync(story.Stream, scope, trial.Cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        if (trips > 1) throw trial.Failure(Contract.Counts, "at most 1 round trip for a load that asks for 50 closed commitments and a command", $"{trips}");
    }

    private static async Task LoadIgnoresOthers(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument open = story.Document(due: Moments.At(1));
        CommitmentDocument asked = story.Document(isOpen: false);
        await story.WriteAsync(trial.Store, story.DraftWith([open, asked])).ConfigureAwait(false);
        var scope = new LoadScope([asked.Commitment], CommandId.New());
        long? alone = null;
        foreach (int others in new[] { 0, 10, 1_000 })
        {
            await Stories.FillAsync(trial, others, other => other.DraftWith([other.Document(due: Moments.At(1)), other.Document(isOpen: false)])).ConfigureAwait(false);
            await trial.Store.LoadAsync(story.Stream, scope, trial.Cancellation).ConfigureAwait(false);
            long? before = trial.Subject.CountRoundTrips(trial.Store);
            StoredStream? stored = await trial.Store.LoadAsync(story.Stream, scope, trial.Cancellation).ConfigureAwait(false);
            long? trips = trial.Subject.CountRoundTrips(trial.Store) - before;
            trial.Same(Show.Set([open, asked]), Show.Set(stored?.Commitments ?? []), Contract.Counts, $"the documents of a load beside {others} other customers");
            if (trips > (alone ??= trips)) throw trial.Failure(Contract.Counts, $"{alone} round trips beside {others} other customers, as alone", $"{trips}");
        }
    }

    private static async Task AppendRoundTrips(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        long one = await TripsAsync(trial, () => story.WriteAsync(trial.Store, story.Draft(1))).ConfigureAwait(false);
        long many = await TripsAsync(trial, () => story.WriteAsync(trial.Store, story.Draft(50))).ConfigureAwait(false);
        if (many > one) throw trial.Failure(Contract.Trips, $"at most {one} round trips for an append of 50 entries, as for one", $"{many}");
    }

    private static async Task ListRoundTrips(Trial trial)
    {
        await Stories.FillAsync(trial, 1).ConfigureAwait(false);
        long one = await TripsAsync(trial, () => Stories.FillAsync(trial, 1)).ConfigureAwait(false);
        long many = await TripsAsync(trial, () => Stories.FillAsync(trial, 100)).ConfigureAwait(false);
        if (many > one) throw trial.Failure(Contract.Trips, $"at most {one} round trips for a list of 100 appends, as for a list of one", $"{many}");
    }

    private static async Task FeedIsPaged(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.DraftWith([], 5_000)).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
        List<FeedEntry> first = await StoreReading.TakeAsync(trial.Store.ReadFeedAsync(FeedCursor.Beginning, trial.Cancellation), 10).ConfigureAwait(false);
        trial.Same(story.Entries.Take(10).Select(Show.Entry), first.Select(entry => Show.Entry(entry.Entry)), Contract.Feed,
            "the first ten entries of 5,000");
        long few = await TripsAsync(trial, () => StoreReading.TakeAsync(trial.Store.ReadFeedAsync(FeedCursor.Beginning, trial.Cancellation), 10)).ConfigureAwait(false);
        if (few > 2) throw trial.Failure(Contract.Counts, "at most 2 round trips for the first 10 entries of 5,000", $"{few}");
    }

    private static async Task FindStaysSmall(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.DraftWith([.. Enumerable.Range(0, 500).Select(index => story.Document(due: Moments.At(index)))])).ConfigureAwait(false);
        foreach (CommitmentQuery query in new CommitmentQuery[] { new CommitmentQuery.OwnedBy(story.Tenant, "reception"),
            new CommitmentQuery.DueBefore(story.Tenant, Moments.At(1_000)) })
        {
            List<CommitmentDocument> found = await trial.Store.FindAllAsync(query with { Limit = 25 }, trial.Cancellation).ConfigureAwait(false);
            trial.Same(25, found.Count, Contract.Counts, "documents of a question with a limit of 25");
        }
    }

    private static async Task<long> TripsAsync(Trial trial, Func<Task> call)
    {
        long before = Count(trial);
        await call().ConfigureAwait(false);
        return Count(trial) - before;
    }

    private static long Count(Trial trial) => trial.Subject.CountRoundTrips(trial.Store)
        ?? throw new DoesNotApplyException("Counting round trips needs StoreUnderTest.CountRoundTrips, which is not overridden or returned null.");
}
