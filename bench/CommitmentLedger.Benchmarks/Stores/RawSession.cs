namespace CommitmentLedger.Benchmarks;

/// <summary>One caller of the raw driver: a connection with its statements prepared.</summary>
internal abstract class RawSession : IRawInserts
{
    /// <summary>The length of a row's body: that of a short entry.</summary>
    public const int BodyLength = 150;

    /// <summary>Inserts one row and has it on the disk.</summary>
    public abstract Task InsertAsync();

    /// <summary>Reads one row by its key.</summary>
    public abstract Task<int> SelectAsync(long key);

    /// <summary>Reads the ledger's entries in the order of the feed, page by page, each page beginning after the last row of the one before.</summary>
    /// <returns>How many entries were read.</returns>
    public abstract Task<long> ReadFeedAsync(long most);

    public abstract ValueTask DisposeAsync();
}
