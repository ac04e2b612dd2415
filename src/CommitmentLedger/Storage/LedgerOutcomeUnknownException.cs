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

    internal LedgerOutcomeUnknownException(AddressedCommand unsettled, Exception innerException)
        : base(
            "The command may have been recorded; the store could not say. Hand Unsettled to Ledger.SettleAsync, here or in another process, "
            + "or send the same command again: either finds out and finishes it, once.",
            innerException) => Unsettled = unsettled;

    /// <summary>
    /// The command whose outcome is unknown, for <see cref="Ledger.SettleAsync"/>; null where no single command is concerned. It holds what the customer was
    /// told: keep it where you keep personal data, and out of logs.
    /// </summary>
    public AddressedCommand? Unsettled { get; }
}
