namespace CommitmentLedger;

/// <summary>Stored data cannot be read: a newer version of the library wrote it, or it was changed from outside.</summary>
public sealed class LedgerDataException : Exception
{
    /// <summary>Says what is so and what to do; never quotes what was read.</summary>
    public LedgerDataException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is so and what to do, and what caused it.</summary>
    public LedgerDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
