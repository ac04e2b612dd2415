namespace CommitmentLedger;

/// <summary>The ledger cannot be reached or used now. Nothing was written; trying again later is safe.</summary>
public sealed class LedgerUnavailableException : Exception
{
    /// <summary>Says what is so and what to do.</summary>
    public LedgerUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is so and what to do, and what caused it.</summary>
    public LedgerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
