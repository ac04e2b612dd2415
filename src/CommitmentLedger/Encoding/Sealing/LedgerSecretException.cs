namespace CommitmentLedger;

/// <summary>The secret is missing, too short, or not the one that the ledger was begun with. Nothing was read or written.</summary>
public sealed class LedgerSecretException : Exception
{
    /// <summary>Says what is so and what to do; never quotes the secret.</summary>
    public LedgerSecretException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is so and what to do, and what caused it.</summary>
    public LedgerSecretException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
