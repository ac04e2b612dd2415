namespace CommitmentLedger.Conformance;

/// <summary>The kit's findings about a store. Made by <see cref="ConformanceKit.RunAsync"/>, or from results that a test framework collected.</summary>
public sealed class ConformanceReport
{
    /// <summary>Makes a report from results. What is missing among them counts as not run.</summary>
    /// <param name="store">The store's name.</param>
    /// <param name="results">One result for each check that was run.</param>
    public ConformanceReport(string store, IReadOnlyList<CheckResult> results)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(store);
        ArgumentNullException.ThrowIfNull(results);
        var run = results.Select(result => result.Check).ToHashSet(StringComparer.Ordinal);
        (Store, Results) = (store, results);
        NotRun = [.. ConformanceKit.Names.Where(name => !run.Contains(name))];
    }

    /// <summary>The store's name.</summary>
    public string Store { get; }

    /// <summary>The results, in the order in which they were given.</summary>
    public IReadOnlyList<CheckResult> Results { get; }

    /// <summary>The names of the checks that were not run at all. Each of them keeps the store from conforming.</summary>
    public IReadOnlyList<string> NotRun { get; }

    /// <summary>Whether every check was run and none failed.</summary>
    public bool Conforms => NotRun.Count == 0 && Results.All(result => result.Outcome != CheckOutcome.Failed);

    /// <summary>Throws unless the store conforms, naming what failed and what was not run.</summary>
    /// <exception cref="ConformanceException">A check failed or was not run.</exception>
    public void EnsureConforms()
    {
        if (Conforms) return;
        IEnumerable<string> failed = Results.Where(result => result.Outcome == CheckOutcome.Failed).Select(result => $"Failed: {result.Detail}");
        IEnumerable<string> forgotten = NotRun.Select(name => $"Not run: {name}");
        throw new ConformanceException($"{Store} does not conform.\n{string.Join("\n\n", failed.Concat(forgotten))}", "Every check of the kit is run and none fails.");
    }

    /// <summary>The report for people.</summary>
    public string ToMarkdown() => MarkdownReport.Write(this);

    /// <summary>The report for programs: <c>{ store, conforms, results: [{ check, cases, level, outcome, detail }], notRun }</c>.</summary>
    public string ToJson() => JsonReport.Write(this);
}
