using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>A store under measurement, and the raw driver on the same file or server.</summary>
internal abstract class BenchStore : IAsyncDisposable
{
    public abstract ILedgerStore Store { get; }

    /// <summary>The way in for history, or null where there is none but appending.</summary>
    public IStoreImporter? Importer => Store as IStoreImporter;

    /// <summary>What another process opens the same store with: see <see cref="StoreAddress"/>.</summary>
    public abstract StoreAddress Address { get; }

    /// <summary>A connection of the raw driver, for one caller.</summary>
    public abstract Task<RawSession> OpenRawAsync();

    /// <summary>A caller of the raw driver as most programs call it, which is not the fastest way.</summary>
    public abstract IRawInserts OpenUsualInserts();

    /// <summary>Makes sure that the table of the raw driver is there and has rows with the numbers from 1 to this one.</summary>
    public abstract Task EnsureRawRowsAsync(long rows);

    /// <summary>What the tables and indexes of the ledger take, with the rows of each.</summary>
    public abstract Task<IReadOnlyList<TableSize>> MeasureTablesAsync();

    public abstract ValueTask DisposeAsync();
}
