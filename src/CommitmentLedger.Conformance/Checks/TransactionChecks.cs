using System.Data.Common;
using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Appends within a transaction of the caller's.</summary>
internal static class TransactionChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Durable, "T1", "What a transaction appended is seen by others when it commits, not before",
            "A feed that shows an open transaction announces a promise that may never be made.", Commits),
        new(Durable, "T2", "What a transaction appended is gone when it rolls back", "The business row is rolled back, the promise stays.", RollsBack),
        new(Durable, "T3", "Within a transaction the store sees what it wrote and answers as always",
            "The second promise within one booking is decided as if the first had not been given.", SeesItself),
        new(Durable, "T5 G2", "Within a transaction that has ended every call is a mistake and writes nothing",
            "A promise that is given too late is acknowledged and nowhere, or stands in a transaction of somebody else.", Ends),
        new(Concurrent, "T4", "A store that does not write alone lets others append while a transaction that has written is open",
            "Every other desk waits until one booking is committed, or fails; and a promise within the booking waits for itself.", OthersWrite),
        new(Concurrent, "F4 F2 T1", "The feed keeps order and loses nothing when an early transaction commits late",
            "A transaction that took its number first and commits last: its entries come after a reader's cursor, or before their elders.", EarlyTransaction),
    ];

    private static async Task Commits(Trial trial)
    {
        Story story = trial.NewStory();
        ITransactionalStore transactional = trial.Capable<ITransactionalStore>();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend append = story.Draft(2);
        DbTransaction transaction = await BeginAsync(trial).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            ILedgerStore within = transactional.Within(transaction);
            trial.Same(new AppendResult.Appended(3), await within.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false), Contract.Transaction,
                "an append within a transaction");
            await story.RequireAsync(trial.Store, Contract.Transaction).ConfigureAwait(false);
            await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
            await transaction.CommitAsync(trial.Cancellation).ConfigureAwait(false);
        }

        story.Accept(append);
        await story.RequireAsync(trial.Store, Contract.Transaction).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task RollsBack(Trial trial)
    {
        Story story = trial.NewStory();
        ITransactionalStore transactional = trial.Capable<ITransactionalStore>();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend append = story.Draft(2);
        DbTransaction transaction = await BeginAsync(trial).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await transactional.Within(transaction).AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false);
            await transaction.RollbackAsync(trial.Cancellation).ConfigureAwait(false);
        }

        await story.RequireAsync(trial.Store, Contract.Transaction).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, append).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Transaction).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task SeesItself(Trial trial)
    {
        Story story = trial.NewStory();
        ITransactionalStore transactional = trial.Capable<ITransactionalStore>();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        DbTransaction transaction = await BeginAsync(trial).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            ILedgerStore within = transactional.Within(transaction);
            StreamAppend first = await story.WriteAsync(within, story.Draft(2)).ConfigureAwait(false);
            await story.RequireAsync(within, Contract.WithinSees).ConfigureAwait(false);
            StreamAppend[] list = [first, story.DraftAs(first.Command), story.DraftAt(1), story.Draft()];
            IReadOnlyList<AppendResult> results = await transactional.Within(transaction).AppendAsync(list, trial.Cancellation).ConfigureAwait(false);
            AppendResult[] expected = [new AppendResult.Replayed(2, 3), new AppendResult.CommandIdReused(), new AppendResult.Conflict(3), new AppendResult.Appended(4)];
            trial.Same(Show.Results(expected), Show.Results(results), Contract.WithinSees, "a replay, a reused id, a conflict and a new append within the same transaction");
            story.Accept(list[3]);
            await story.RequireAsync(within, Contract.WithinSees).ConfigureAwait(false);
            await transaction.CommitAsync(trial.Cancellation).ConfigureAwait(false);
        }

        await story.RequireAsync(trial.Store, Contract.Transaction).ConfigureAwait(false);
    }

    private static async Task Ends(Trial trial)
    {
        Story story = trial.NewStory();
        ITransactionalStore transactional = trial.Capable<ITransactionalStore>();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        foreach (bool commits in (bool[])[true, false])
        {
            DbTransaction transaction = await BeginAsync(trial).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                ILedgerStore within = transactional.Within(transaction);
                StreamAppend append = story.Draft(2);
                await within.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false);
                if (commits)
                {
                    await transaction.CommitAsync(trial.Cancellation).ConfigureAwait(false);
                    story.Accept(append);
                }
                else
                {
                    await transaction.RollbackAsync(trial.Cancellation).ConfigureAwait(false);
                }

                await RequireMistakesAsync(trial, within, story).ConfigureAwait(false);
            }

            await story.RequireAsync(trial.Store, Contract.WithinEnds).ConfigureAwait(false);
        }
    }

    private static async Task RequireMistakesAsync(Trial trial, ILedgerStore within, Story story)
    {
        (string What, Func<Task> Call)[] calls =
        [
            ("a load", async () => await within.LoadAsync(story.Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false)),
            ("an append", () => within.AppendOneAsync(story.Draft(), trial.Cancellation)),
            ("a history", () => within.HistoryAsync(story.Stream, 0, trial.Cancellation)),
            ("a feed", () => within.FeedAsync(FeedCursor.Beginning, trial.Cancellation)),
            ("a question", () => within.FindAllAsync(new CommitmentQuery.OwnedBy(story.Tenant, "reception"), trial.Cancellation)),
        ];
        foreach ((string what, Func<Task> call) in calls)
        {
            string came = "an answer";
            try
            {
                await call().ConfigureAwait(false);
            }
            catch (InvalidOperationException)
            {
                continue;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                came = problem.GetType().Name;
            }

            throw trial.Failure(Contract.WithinEnds, $"InvalidOperationException from {what} after the transaction", came);
        }
    }

    private static async Task OthersWrite(Trial trial)
    {
        Story booked = trial.NewStory();
        Story other = trial.NewStory();
        ITransactionalStore transactional = trial.Capable<ITransactionalStore>();
        RequireOthersWrite(transactional);
        await booked.WriteAsync(trial.Store).ConfigureAwait(false);
        await other.WriteAsync(trial.Store).ConfigureAwait(false);
        DbTransaction transaction = await BeginAsync(trial).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await booked.WriteAsync(transactional.Within(transaction), booked.Draft(2)).ConfigureAwait(false);
            await AppendBesideAsync(trial, other).ConfigureAwait(false);
            await transaction.CommitAsync(trial.Cancellation).ConfigureAwait(false);
        }

        await booked.RequireAsync(trial.Store, Contract.Transaction).ConfigureAwait(false);
        await other.RequireAsync(trial.Store, Contract.OthersWrite).ConfigureAwait(false);
    }

    /// <summary>Appends outside the open transaction. One who waits for its end waits in vain: it ends after the answer, or with the check.</summary>
    private static async Task AppendBesideAsync(Trial trial, Story other)
    {
        TimeSpan limit = trial.Subject.Patience / 4;
        try
        {
            await other.WriteAsync(trial.Store).WaitAsync(limit, trial.Cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is TimeoutException or LedgerUnavailableException)
        {
            throw trial.Failure(Contract.OthersWrite, $"an append outside the transaction within {limit}", $"{problem.GetType().Name}: {problem.Message}", problem);
        }
    }

    private static async Task EarlyTransaction(Trial trial)
    {
        Story shared = trial.NewStory();
        Story other = trial.NewStory();
        ITransactionalStore transactional = trial.Capable<ITransactionalStore>();
        RequireOthersWrite(transactional);
        await other.WriteAsync(trial.Store).ConfigureAwait(false);
        List<FeedEntry> read = await Feeds.ReadAsync(trial, trial.Store, other.Entries.Count).ConfigureAwait(false);
        DbTransaction early = await BeginAsync(trial).ConfigureAwait(false);
        await using (early.ConfigureAwait(false))
        {
            await shared.WriteAsync(trial.Store, shared.Draft(2)).ConfigureAwait(false);
            await Feeds.ReadOnAsync(trial, trial.Store, read).ConfigureAwait(false);
            await shared.WriteAsync(transactional.Within(early), shared.Draft(2)).ConfigureAwait(false);
            await other.WriteAsync(trial.Store).ConfigureAwait(false);
            await Feeds.ReadOnAsync(trial, trial.Store, read).ConfigureAwait(false);
            await early.CommitAsync(trial.Cancellation).ConfigureAwait(false);
        }

        await other.WriteAsync(trial.Store).ConfigureAwait(false);
        await Feeds.ReadOnAsync(trial, trial.Store, read, shared.Entries.Count + other.Entries.Count).ConfigureAwait(false);
        Feeds.Require(trial, read, shared, other);
        await Feeds.RequireAsync(trial, trial.Store, shared, other).ConfigureAwait(false);
    }

    private static void RequireOthersWrite(ITransactionalStore store)
    {
        if (store.WritesAlone) throw new DoesNotApplyException("The store writes alone: nobody writes beside an open transaction that has written.");
    }

    private static async Task<DbTransaction> BeginAsync(Trial trial) =>
        await trial.Subject.BeginTransactionAsync(trial.Cancellation).ConfigureAwait(false)
        ?? throw new DoesNotApplyException("A transaction needs StoreUnderTest.BeginTransactionAsync, which is not overridden or returned null.");
}
