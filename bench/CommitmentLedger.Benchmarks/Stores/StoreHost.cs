namespace CommitmentLedger.Benchmarks;

/// <summary>What stores are kept in: a folder, a server, or memory.</summary>
internal abstract class StoreHost : IAsyncDisposable
{
    public abstract StoreKind Kind { get; }

    /// <summary>The product, its version and its settings, for the head of the results.</summary>
    public abstract Task<string> DescribeAsync();

    /// <summary>Opens the store of a name, and makes it when it is not there.</summary>
    public abstract Task<BenchStore> OpenAsync(string name);

    /// <summary>Removes a store that nobody has open.</summary>
    public abstract Task RemoveAsync(string name);

    public abstract ValueTask DisposeAsync();
}
