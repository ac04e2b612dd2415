namespace CommitmentLedger.Benchmarks;

/// <summary>The stores that are measured.</summary>
internal enum StoreKind
{
    Memory,
    Sqlite,
    PostgreSql,
}
