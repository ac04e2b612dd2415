namespace CommitmentLedger.Benchmarks;

/// <summary>One caller of the raw driver who inserts rows.</summary>
internal interface IRawInserts : IAsyncDisposable
{
    /// <summary>Inserts one row and has it on the disk.</summary>
    Task InsertAsync();
}
