namespace CommitmentLedger.Conformance;

/// <summary>One sentence of the storage contract that a store either keeps or breaks. Immutable; may be run many times and in parallel.</summary>
public sealed class ConformanceCheck
{
    internal ConformanceCheck(ConformanceLevel level, string name, string why, Func<Trial, Task> body) =>
        (Level, Name, Why, Body) = (level, name, why, body);

    /// <summary>What is true of a store that keeps the contract, as a sentence. Unique within the kit and stable between patch versions.</summary>
    public string Name { get; }

    /// <summary>The level that the check belongs to.</summary>
    public ConformanceLevel Level { get; }

    /// <summary>Why the check exists: the fault that it finds, and what it does to somebody.</summary>
    public string Why { get; }

    internal Func<Trial, Task> Body { get; }

    /// <summary>Runs the check on a store.</summary>
    /// <param name="subject">The store. It is used for this one check and disposed at its end, whatever the outcome.</param>
    /// <param name="cancellationToken">Gives up the check.</param>
    /// <returns>That it passed, or why it does not apply.</returns>
    /// <exception cref="ConformanceException">The store broke the contract.</exception>
    /// <exception cref="InvalidOperationException">The subject was used for another check before.</exception>
    public async Task<CheckResult> RunAsync(StoreUnderTest subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        subject.Begin();
        await using (subject.ConfigureAwait(false))
        {
            if (subject.WhyNot(Level) is { } reason) return new CheckResult(Name, Level, CheckOutcome.DoesNotApply, reason);
            var trial = new Trial(Name, subject, cancellationToken);
            await using (trial.ConfigureAwait(false))
            {
                return await RunAsync(trial, subject.Patience, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The check's name.</summary>
    public override string ToString() => Name;

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
