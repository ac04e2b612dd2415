namespace CommitmentLedger.PostgreSql;

/// <summary>How many rows to ask for at once: many small ones, few large ones. A page is held in memory, so that no connection waits for its reader.</summary>
internal struct PageSize()
{
    private const int First = 64;
    private const int Most = 1_024;
    private const long MaxBytes = 4 * 1024 * 1024;

    public int Rows { get; private set; } = First;

    /// <summary>Learns from the page that was read last.</summary>
    public void Learn(int rows, long bytes)
    {
        if (rows == 0) return;
        long each = Math.Max(1, bytes / rows);
        Rows = (int)Math.Clamp(MaxBytes / each, 1, Math.Min(Most, 4L * Rows));
    }
}
