namespace CommitmentLedger;

/// <summary>The ledger may or may not have written. Repeat the same command, with the same command id, to find out and to finish.</summary>
public sealed class LedgerOutcomeUnknownException : Exception
{
    /// <summary>Says what is so and what to do.</summary>
    public LedgerOutcomeUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is so and what to do, and what caused it.</summary>
    public LedgerOutcomeUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
