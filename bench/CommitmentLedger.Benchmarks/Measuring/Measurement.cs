namespace CommitmentLedger.Benchmarks;

/// <summary>Something that is measured: two sides that take turns, and the lines of the table that they fill.</summary>
/// <remarks>Each side gives one figure a line, in the order of the lines. The ratio of a line is always our figure divided by the other one.</remarks>
internal abstract class Measurement
{
    /// <summary>What to call it on the command line: lower-case words with hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>What is timed and what is not, and how to read the ratio, in a sentence or two.</summary>
    public abstract string Reading { get; }

    /// <summary>The lines that it fills for this store at this size; none when it does not apply.</summary>
    public abstract IReadOnlyList<Line> Lines(StoreKind store, long size);

    /// <summary>What has to be there before the first round. Not timed.</summary>
    public virtual Task PrepareAsync(Workbench bench) => Task.CompletedTask;

    /// <summary>One round of the library.</summary>
    public abstract Task<double[]> OursAsync(Workbench bench);

    /// <summary>One round of what it is compared with; not a number for a line that is compared with nothing.</summary>
    public virtual Task<double[]> TheirsAsync(Workbench bench) => Task.FromResult<double[]>([]);

    /// <summary>What has to go after the last round. Not timed.</summary>
    public virtual Task CleanUpAsync(Workbench bench) => Task.CompletedTask;
}
