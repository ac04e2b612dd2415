using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>One sentence of the storage contract that a store either keeps or breaks. Immutable; may be run many times and in parallel.</summary>
public sealed class ConformanceCheck
{
    internal ConformanceCheck(ConformanceLevel level, string cases, string name, string why, Func<Trial, Task> body) =>
        (Level, Cases, Name, Why, Body) = (level, cases.Split(' '), name, why, body);

    /// <summary>The property of a store that keeps the contract, as a sentence. Unique within the kit and stable between patch versions.</summary>
    public string Name { get; }

    /// <summary>The level that the check belongs to.</summary>
    public ConformanceLevel Level { get; }

    /// <summary>The numbers of the cases that it looks at, most of all the first: <c>A5</c>. The doc comments of <see cref="ILedgerStore"/> and its companions have them all.</summary>
    /// <value>At least one. Numbers stay; a case that goes leaves a gap.</value>
    public IReadOnlyList<string> Cases { get; }

    /// <summary>Why the check exists: the fault that it finds, and what it does to somebody.</summary>
    public string Why { get; }

    internal Func<Trial, Task> Body { get; }

    /// <summary>Runs the check on a store.</summary>
    /// <param name="subject">The store. It is used for this one check and disposed at its end, whatever the outcome.</param>
    /// <param name="cancellationToken">Gives up the check.</param>
    /// <returns>That it passed, or why it does not apply.</returns>
    /// <exception cref="ConformanceException">The store broke the contract, or the subject could not be disposed. The message has both, where both happened.</exception>
    /// <exception cref="InvalidOperationException">The subject was used for another check before.</exception>
    /// <exception cref="OperationCanceledException">The check was given up. What the store threw in that moment may come in its place.</exception>
    /// <exception cref="AggregateException">The check was given up, and then the subject could not be disposed.</exception>
    public async Task<CheckResult> RunAsync(StoreUnderTest subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        subject.Begin();
        CheckResult result;
        try
        {
            result = await RunUndisposedAsync(subject, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            if (await DisposeAsync(subject).ConfigureAwait(false) is { } second) throw Both(problem, second);
            throw;
        }

        return await DisposeAsync(subject).ConfigureAwait(false) is { } leftOver
            ? throw new ConformanceException($"{subject.Name}: {Name}\nThe check ended well ({result.Outcome}). {NotDisposed(leftOver)}", Contract.Disposes, leftOver)
            : result;
    }

    /// <summary>Runs the check as <see cref="RunAsync(StoreUnderTest, CancellationToken)"/> does, and returns that it failed instead of throwing it.</summary>
    /// <param name="subject">The store. It is used for this one check and disposed at its end, whatever the outcome.</param>
    /// <param name="cancellationToken">Gives up the check.</param>
    /// <returns>That it passed, why it does not apply, or why it failed: the message of the <see cref="ConformanceException"/>.</returns>
    /// <exception cref="InvalidOperationException">The subject was used for another check before.</exception>
    /// <exception cref="OperationCanceledException">The check was given up. What the store threw in that moment may come in its place.</exception>
    /// <exception cref="AggregateException">The check was given up, and then the subject could not be disposed.</exception>
    public async Task<CheckResult> TryRunAsync(StoreUnderTest subject, CancellationToken cancellationToken = default)
    {
        try
        {
            return await RunAsync(subject, cancellationToken).ConfigureAwait(false);
        }
        catch (ConformanceException problem)
        {
            return new CheckResult(Name, Level, CheckOutcome.Failed, problem.Message);
        }
    }

    /// <summary>The check's name.</summary>
    public override string ToString() => Name;

    private async Task<CheckResult> RunUndisposedAsync(StoreUnderTest subject, CancellationToken cancellationToken)
    {
        if (subject.WhyNot(Level) is { } reason) return new CheckResult(Name, Level, CheckOutcome.DoesNotApply, reason);
        var trial = new Trial(this, subject, cancellationToken);
        await using (trial.ConfigureAwait(false))
        {
            return await RunAsync(trial, subject.Patience, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Exception?> DisposeAsync(StoreUnderTest subject)
    {
        try
        {
            await subject.DisposeAsync().AsTask().WaitAsync(subject.Patience).ConfigureAwait(false);
            return null;
        }
        catch (Exception problem)
        {
            return problem;
        }
    }

    private static Exception Both(Exception problem, Exception second) => problem is ConformanceException broken
        ? new ConformanceException($"{broken.Message}\n{NotDisposed(second)}", broken.Sentence, new AggregateException(broken, second))
        : new AggregateException(problem, second);

    private static string NotDisposed(Exception problem) => $"Then the subject could not be disposed: {problem.GetType().Name}: {problem.Message}";

    private async Task<CheckResult> RunAsync(Trial trial, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await trial.OpenAsync().WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            await Body(trial).WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            await trial.CloseAsync().WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            return new CheckResult(Name, Level, CheckOutcome.Passed, Detail: null);
        }
        catch (DoesNotApplyException problem)
        {
            return new CheckResult(Name, Level, CheckOutcome.DoesNotApply, problem.Message);
        }
        catch (Exception problem) when (problem is not ConformanceException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever else comes out of the store is a broken contract too: an error that the contract does not know, or no answer.
            throw problem is TimeoutException
                ? trial.Failure(Contract.Answers, $"an answer within {patience}", "none", problem)
                : trial.Failure(Contract.MayThrow, "no exception here", $"{problem.GetType().Name}: {problem.Message}", problem);
        }
    }
}
