using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>What was acknowledged is there for whoever opens the data next, or has it open already.</summary>
internal static class DurableChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Durable, "A11 G6", "Everything is there after closing and opening again", "Acknowledged out of a buffer that was never written.", AfterReopening),
        new(Durable, "A1 A2 G6", "Commands are remembered after closing and opening again",
            "Remembering commands in memory makes each one twice on the day of a deployment.", CommandsAfterReopening),
        new(Durable, "F6 F3 G6", "Cursors of the feed are good after closing and opening again",
            "Cursors that count from the start of the process skip or repeat after each restart.", CursorsAfterReopening),
        new(Durable, "Q1 Q2 Q3 G6", "Questions across customers are answered after closing and opening again",
            "An index that is kept in memory and not built again finds nothing.", QueriesAfterReopening),
        new(Durable, "G5", "What one instance was told is written, another sees at once",
            "An instance that caches streams briefs a customer with what was so an hour ago.", SeenAtOnce),
        new(Durable, "G5 G6", "A second instance on the same data works or is refused, and harms nothing",
            "Two processes on one file, each sure of being alone, overwrite each other.", SecondInstance),
        new(Durable, "G6", "Opening and closing ten times changes nothing", "A recovery that runs at each opening and repairs what is whole.", ManyTimes),
    ];

    private static async Task AfterReopening(Trial trial)
    {
        Story[] stories = [trial.NewStory(), trial.NewStory("another"), trial.NewStory()];
        foreach (int appends in new[] { 1, 7, 23 })
        {
            await Stories.WriteAsync(trial, stories, appends).ConfigureAwait(false);
            await trial.ReopenAsync().ConfigureAwait(false);
            await Stories.RequireAsync(trial, stories, Contract.Durable).ConfigureAwait(false);
            await Feeds.RequireAsync(trial, trial.Store, stories).ConfigureAwait(false);
        }
    }

    private static async Task CommandsAfterReopening(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend first = await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        trial.Same(new AppendResult.Replayed(1, 2), await trial.Store.AppendOneAsync(first, trial.Cancellation).ConfigureAwait(false), Contract.Replayed, "a command from before");
        AppendResult reused = await trial.Store.AppendOneAsync(story.DraftAs(first.Command), trial.Cancellation).ConfigureAwait(false);
        trial.Same(new AppendResult.CommandIdReused(), reused, Contract.Reused, "a command id from before with other content");
        await story.RequireAsync(trial.Store, Contract.Replayed).ConfigureAwait(false);
    }

    private static async Task CursorsAfterReopening(Trial trial)
    {
        Story[] stories = [trial.NewStory(), trial.NewStory()];
        await Stories.WriteAsync(trial, stories, 12).ConfigureAwait(false);
        List<FeedEntry> read = await Feeds.ReadAsync(trial, trial.Store, stories.Sum(story => story.Entries.Count)).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        List<FeedEntry> rest = await trial.Store.FeedAsync(read[4].Cursor, trial.Cancellation).ConfigureAwait(false);
        trial.Same(read.Skip(5).Select(Show.FeedEntry), rest.Select(Show.FeedEntry), Contract.Cursor, "the feed after a cursor from before");
        await Stories.WriteAsync(trial, stories, 3).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        await Feeds.ReadOnAsync(trial, trial.Store, read, stories.Sum(story => story.Entries.Count)).ConfigureAwait(false);
        Feeds.Require(trial, read, stories);
    }

    private static async Task QueriesAfterReopening(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument[] documents = [story.Document(due: Moments.At(1), lookups: story.Lookup("HX-1")), story.Document(),
            story.Document(isOpen: false, lookups: story.Lookup("HX-1"))];
        await story.WriteAsync(trial.Store, story.DraftWith(documents)).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        CommitmentQuery[] queries = [new CommitmentQuery.DueBefore(story.Tenant, Moments.At(9)), new CommitmentQuery.OwnedBy(story.Tenant, "reception"),
            new CommitmentQuery.WithLookup(story.Tenant, story.Lookup("HX-1"))];
        foreach (CommitmentQuery query in queries)
        {
            List<CommitmentDocument> found = await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
            trial.Same(query.Answer(documents).Select(Show.Document), found.Select(Show.Document), Contract.Find, query.ToString());
        }
    }

    private static async Task SeenAtOnce(Trial trial)
    {
        ILedgerStore second = await trial.OpenSecondAsync().ConfigureAwait(false);
        Story story = trial.NewStory();
        for (int round = 0; round < 8; round++)
        {
            (ILedgerStore writer, ILedgerStore reader) = round % 2 == 0 ? (trial.Store, second) : (second, trial.Store);
            await reader.LoadAsync(story.Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false);
            await story.WriteAsync(writer).ConfigureAwait(false);
            StoredStream? seen = await reader.LoadAsync(story.Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false);
            trial.Same(story.Version, seen?.Version ?? 0, Contract.Appended, "the version that the other instance sees");
            await story.RequireAsync(reader, Contract.Appended).ConfigureAwait(false);
        }
    }

    private static async Task SecondInstance(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        if (trial.Subject.MayBeOpenTwice)
        {
            ILedgerStore second = await trial.OpenSecondAsync().ConfigureAwait(false);
            await story.WriteAsync(second).ConfigureAwait(false);
        }
        else if (!await IsRefusedAsync(trial).ConfigureAwait(false))
        {
            throw trial.Failure(Contract.OpenTwice, "LedgerUnavailableException when the store is opened a second time", "a second instance");
        }

        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.OpenTwice).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.OpenTwice).ConfigureAwait(false);
    }

    private static async Task<bool> IsRefusedAsync(Trial trial)
    {
        try
        {
            await trial.OpenAsync().ConfigureAwait(false);
            return false;
        }
        catch (LedgerUnavailableException)
        {
            return true;
        }
    }

    private static async Task ManyTimes(Trial trial)
    {
        Story story = trial.NewStory();
        for (int round = 0; round < 10; round++)
        {
            await story.WriteAsync(trial.Store, story.Draft(round % 3 + 1)).ConfigureAwait(false);
            await trial.ReopenAsync().ConfigureAwait(false);
            await trial.ReopenAsync().ConfigureAwait(false);
            await story.RequireAsync(trial.Store, Contract.Durable).ConfigureAwait(false);
        }

        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }
}
