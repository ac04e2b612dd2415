using System.Globalization;
using System.Runtime.ExceptionServices;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>One check being run on one store: the instances that are open, the dice, and the ways to fail.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private readonly ConformanceCheck _check;
    private readonly CancellationTokenSource _givingUp;
    private readonly List<ILedgerStore> _open = [];
    private int _stories;

    public Trial(ConformanceCheck check, StoreUnderTest subject, CancellationToken cancellationToken)
    {
        (_check, Subject) = (check, subject);
        _givingUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Dice = new Dice(subject.RandomSeed);
    }

    public StoreUnderTest Subject { get; }

    public Dice Dice { get; }

    public CancellationToken Cancellation => _givingUp.Token;

    /// <summary>The instance that was opened last in good order.</summary>
    public ILedgerStore Store => _open[^1];

    public async Task OpenAsync() => _open.Add(await Subject.OpenAsync(Cancellation).ConfigureAwait(false));

    /// <summary>Opens after a process was killed, and says of a failure that it was there.</summary>
    public async Task OpenAfterKillAsync()
    {
        try
        {
            await OpenAsync().ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw Failure(Contract.Opens, "a store that opens after the kill", $"opening after the kill: {problem.GetType().Name}: {problem.Message}", problem);
        }
    }

    public async Task CloseAsync()
    {
        ILedgerStore[] closing = [.. _open];
        _open.Clear();

        Exception? first = null;
        foreach (ILedgerStore store in closing)
        {
            try
            {
                await Subject.CloseAsync(store).ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                // One that cannot be closed does not keep the others open.
                first ??= problem;
            }
        }

        if (first is not null) ExceptionDispatchInfo.Throw(first);
    }

    public async Task ReopenAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await OpenAsync().ConfigureAwait(false);
    }

    /// <summary>Opens another instance beside the one that is open, or ends the check where that is not allowed.</summary>
    public async Task<ILedgerStore> OpenSecondAsync()
    {
        if (!Subject.MayBeOpenTwice) throw new DoesNotApplyException("One process at a time: the store refuses a second instance.");
        ILedgerStore second = await Subject.OpenAsync(Cancellation).ConfigureAwait(false);
        _open.Insert(0, second);
        return second;
    }

    /// <summary>The store as one that can do more, or the end of the check where it cannot.</summary>
    public T Capable<T>()
        where T : class =>
        Store as T ?? throw new DoesNotApplyException($"The store does not implement {typeof(T).Name}.");

    /// <summary>A new customer that no other part of the check uses.</summary>
    public Story NewStory(string tenant = "kit") =>
        new(this, tenant, string.Create(CultureInfo.InvariantCulture, $"customer {++_stories}"));

    public void Same(string expected, string actual, string sentence, string what)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal)) throw Failure(sentence, $"{what}: {expected}", actual);
    }

    /// <summary>Requires the same elements in the same order, and says of others which is the first that differs.</summary>
    public void Same(IEnumerable<string> expected, IEnumerable<string> actual, string sentence, string what)
    {
        string[] left = [.. expected];
        string[] right = [.. actual];
        if (Difference.First(left, right) is not { } difference) return;
        throw Failure(sentence, $"{what}: {Show.Count(left.Length)}", $"{Show.Count(right.Length)}; {difference}");
    }

    public void Same(long expected, long actual, string sentence, string what) =>
        Same(expected.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture), sentence, what);

    public void Same(AppendResult expected, AppendResult actual, string sentence, string what)
    {
        if (!Equals(expected, actual)) throw Failure(sentence, $"{what}: {Show.Result(expected)}", Show.Result(actual));
    }

    public ConformanceException Failure(string sentence, string expected, string actual, Exception? innerException = null) => new(
        $"""
        {Subject.Name} breaks the contract: {_check.Name}
        The contract says: {sentence}
        Cases:    {string.Join(' ', _check.Cases)}
        Expected: {expected}
        Actual:   {actual}
        Seed:     {Subject.RandomSeed}
        """,
        sentence,
        innerException);

    /// <summary>Closes what is still open. A store that cannot be closed after it failed must not hide how it failed.</summary>
    public async ValueTask DisposeAsync()
    {
        // A body that hangs, or that waits for a child process, learns here that nobody waits for it any more.
        await _givingUp.CancelAsync().ConfigureAwait(false);

        // What is still open here belongs to a check that did not pass; closing after one that did has been part of it.
        await CloseAsync().WaitAsync(Subject.Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _givingUp.Dispose();
    }
}
