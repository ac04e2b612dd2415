namespace CommitmentLedger;

/// <summary>The secret of a ledger: with it, whoever holds the store alone can neither read it nor find whose entries these are.</summary>
/// <remarks>
/// A ledger is begun with a secret or without one, and stays so; another secret, or none, is refused. Keep the secret apart from the store
/// and its backups: who loses it loses the ledger. <see cref="LedgerSecret"/> has the usual places; for a key vault, implement this.
/// </remarks>
public interface ILedgerSecret
{
    /// <summary>Reads the secret: at least 32 random bytes. The ledger asks once, at its first use, and again if that failed.</summary>
    ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken);
}
