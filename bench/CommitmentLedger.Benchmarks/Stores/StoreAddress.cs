namespace CommitmentLedger.Benchmarks;

/// <summary>Where a store is, in words that another process can be started with.</summary>
/// <param name="Kind">The kind of store.</param>
/// <param name="Place">The file, or the connection string of the server.</param>
/// <param name="Schema">The schema on the server; nothing for a file.</param>
internal sealed record StoreAddress(StoreKind Kind, string Place, string Schema);
