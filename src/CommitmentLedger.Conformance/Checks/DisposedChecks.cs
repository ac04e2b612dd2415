using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>A store that was disposed says so.</summary>
internal static class DisposedChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "G2", "A call after the store was disposed is a mistake and writes nothing",
            "At shutdown a late request is answered out of memory, and what it wrote is on no disk.", AfterDisposal),
    ];

    private static async Task AfterDisposal(Trial trial)
    {
        ILedgerStore store = trial.Store;
        if (store is not (IDisposable or IAsyncDisposable)) throw new DoesNotApplyException("The store is not disposable: there is no call after disposal.");
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        StreamAppend late = story.Draft();
        await trial.CloseAsync().ConfigureAwait(false);
        (string What, Func<Task> Call)[] calls =
        [
            ("a load", async () => await store.LoadAsync(story.Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false)),
            ("an append", () => store.AppendOneAsync(late, trial.Cancellation)),
            ("a history", () => store.HistoryAsync(story.Stream, 0, trial.Cancellation)),
            ("a feed", () => store.FeedAsync(FeedCursor.Beginning, trial.Cancellation)),
            ("a question", () => store.FindAllAsync(new CommitmentQuery.OwnedBy(story.Tenant, "reception"), trial.Cancellation)),
        ];
        foreach ((string what, Func<Task> call) in calls)
        {
            string came = await OutcomeAsync(call).ConfigureAwait(false);
            if (came != nameof(ObjectDisposedException)) throw trial.Failure(Contract.Disposed, $"ObjectDisposedException from {what} after disposal", came);
        }

        if (trial.Subject.WhyNot(Durable) is not null) return;
        await trial.OpenAsync().ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Disposed).ConfigureAwait(false);
    }

    private static async Task<string> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return "an answer";
        }
        catch (ObjectDisposedException)
        {
            return nameof(ObjectDisposedException);
        }
        catch (LedgerUnavailableException problem)
        {
            return $"{nameof(LedgerUnavailableException)}: {problem.Message}";
        }
    }
}
