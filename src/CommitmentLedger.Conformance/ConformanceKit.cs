using System.Collections.Frozen;

namespace CommitmentLedger.Conformance;

/// <summary>The storage contract as checks. Any test framework runs them in three lines; <see cref="RunAsync"/> needs none.</summary>
public static class ConformanceKit
{
    private static readonly FrozenDictionary<string, ConformanceCheck> ByName =
        AllChecks.InOrder.ToFrozenDictionary(check => check.Name, StringComparer.Ordinal);

    /// <summary>Every check there is, in order of level.</summary>
    public static IReadOnlyList<ConformanceCheck> Checks => AllChecks.InOrder;

    /// <summary>The names of all checks, for test frameworks that show parameters.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. AllChecks.InOrder.Select(check => check.Name)];

    /// <summary>The check of a name.</summary>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    public static ConformanceCheck Check(string name) =>
        ByName.TryGetValue(name, out ConformanceCheck? check) ? check : throw new ArgumentException($"There is no check '{name}'. ConformanceKit.Names has them all.",
            nameof(name));

    /// <summary>Runs every check, one after another, and reports. A failing check does not end the run.</summary>
    /// <param name="newSubject">Makes a new subject; called once for each check.</param>
    /// <param name="cancellationToken">Gives up the run.</param>
    /// <exception cref="InvalidOperationException">The same subject was made twice.</exception>
    /// <exception cref="OperationCanceledException">The run was given up. What the store threw in that moment may come in its place.</exception>
    /// <exception cref="AggregateException">The run was given up, and then the subject could not be disposed.</exception>
    public static async Task<ConformanceReport> RunAsync(Func<StoreUnderTest> newSubject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newSubject);
        string name = string.Empty;
        var results = new List<CheckResult>();
        foreach (ConformanceCheck check in Checks)
        {
            StoreUnderTest subject = newSubject();
            name = subject.Name;
            results.Add(await check.TryRunAsync(subject, cancellationToken).ConfigureAwait(false));
        }

        return new ConformanceReport(name, results);
    }
}
