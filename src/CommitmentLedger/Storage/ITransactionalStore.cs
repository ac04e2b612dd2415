using System.Data.Common;

namespace CommitmentLedger.Storage;

/// <summary>A store that can write inside a transaction of the caller's, to commit together with business data.</summary>
public interface ITransactionalStore
{
    /// <summary>The same store inside a transaction. What it appends is durable when the caller commits, and gone when the caller rolls back.</summary>
    /// <param name="transaction">An open transaction on the database that holds the ledger. The caller commits and disposes it.</param>
    /// <exception cref="ArgumentException">The transaction is not one of this store's database.</exception>
    ILedgerStore Within(DbTransaction transaction);
}
