using System.Data.Common;

namespace CommitmentLedger.Storage;

/// <summary>A store that loses answers when it is told to, to test what your own code does then.</summary>
/// <remarks>
/// The ledger looks by itself once whether a command was written, so that a lost answer alone goes unnoticed. For your code to see
/// <see cref="LedgerOutcomeUnknownException"/>, let the store also be away for the next call. Reservations of references, and the beginning of
/// a ledger, are never lost, so
/// that the first promise of a process is like every other.
/// </remarks>
/// <param name="inner">The store that keeps what is written. Disposing this one disposes it.</param>
public sealed class UnreliableLedgerStore(ILedgerStore inner) : ILedgerStore, ITransactionalStore, IAsyncDisposable, IDisposable
{
    private readonly Lock _lock = new();
    private int _answersToLose;
    private int _requestsToLose;
    private int _callsAway;

    /// <summary>The next so many appends are written, and their answers are lost.</summary>
    public void LoseAnswers(int appends) => Lose(ref _answersToLose, appends);

    /// <summary>The next so many appends are lost on their way, and nothing of them is written. The caller cannot tell this from a lost answer.</summary>
    public void LoseRequests(int appends) => Lose(ref _requestsToLose, appends);

    /// <summary>The next so many loads and appends, after those that are lost, find the store away: they are refused, and nothing is written.</summary>
    public void BeAway(int calls) => Lose(ref _callsAway, calls);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        if (appends.All(append => append.Entries is [{ Type: StoredEntry.Reservation or StoredEntry.Beginning }])) return await inner.AppendAsync(appends, cancellationToken).ConfigureAwait(false);
        RequirePresence();
        if (Takes(ref _requestsToLose)) throw new LedgerOutcomeUnknownException("The request was lost, as it was asked for.");
        IReadOnlyList<AppendResult> results = await inner.AppendAsync(appends, cancellationToken).ConfigureAwait(false);
        return Takes(ref _answersToLose) ? throw new LedgerOutcomeUnknownException("The answer was lost, as it was asked for.") : results;
    }

    /// <inheritdoc/>
    public ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        RequirePresence();
        return inner.LoadAsync(stream, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(stream, afterVersion, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken) => inner.ReadFeedAsync(after, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken) => inner.FindAsync(query, cancellationToken);

    /// <inheritdoc/>
    public bool WritesAlone => inner is not ITransactionalStore { WritesAlone: false };

    /// <inheritdoc/>
    /// <remarks>Nothing is lost within a transaction: what the caller has not committed is not written.</remarks>
    /// <exception cref="NotSupportedException">The store inside cannot join a transaction.</exception>
    public ILedgerStore Within(DbTransaction transaction) => inner is ITransactionalStore transactional
        ? transactional.Within(transaction)
        : throw new NotSupportedException("The store inside this one cannot join a transaction. Use one that implements ITransactionalStore, such as those for SQLite and PostgreSQL.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable asynchronous) return asynchronous.DisposeAsync();
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();

    private void Lose(ref int left, int appends)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(appends);
        lock (_lock) left = appends;
    }

    private void RequirePresence()
    {
        lock (_lock)
        {
            if (_answersToLose == 0 && _requestsToLose == 0 && _callsAway > 0 && _callsAway-- > 0)
                throw new LedgerUnavailableException("The store is away, as it was asked to be. Nothing was written.");
        }
    }

    private bool Takes(ref int left)
    {
        lock (_lock) return left > 0 && left-- > 0;
    }
}
