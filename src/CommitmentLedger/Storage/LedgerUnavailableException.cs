namespace CommitmentLedger;

/// <summary>The ledger cannot be reached or used now. Nothing was written; trying again later is safe, and helps as soon as what the message says is done.</summary>
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
