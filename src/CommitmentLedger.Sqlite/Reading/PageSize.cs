namespace CommitmentLedger.Sqlite;

/// <summary>How much is read at once before the reader gets it: enough to be fast, little enough to be held in memory.</summary>
internal static class PageSize
{
    public const int MaxRows = 500;

    /// <summary>A page ends after the row with which it reaches this size.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;
}
