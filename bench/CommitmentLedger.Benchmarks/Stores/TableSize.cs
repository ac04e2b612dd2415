namespace CommitmentLedger.Benchmarks;

/// <summary>What a table and its indexes take.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="TableBytes">What its rows take on the disk.</param>
/// <param name="IndexBytes">What its indexes take.</param>
/// <param name="IndexDepth">How many pages lead to a row by the deepest index, where that is known.</param>
internal sealed record TableSize(string Table, long Rows, long TableBytes, long IndexBytes, int? IndexDepth);
