using System.Data.Common;

namespace CommitmentLedger.Storage;

/// <summary>A store that can write inside a transaction of the caller's, to commit together with business data.</summary>
/// <remarks>For stores on a database that ADO.NET reaches. Any other leaves this interface alone: its checks do not apply then, and nothing else follows.</remarks>
public interface ITransactionalStore
{
    /// <summary>The same store inside a transaction. What it appends is durable when the caller commits, and gone when the caller rolls back.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>T1</term><description> Others see what it appended when the caller commits, in load, history and feed, and not before.</description></item>
    /// <item><term>T2</term><description> When the caller rolls back nothing of it is left, its commands included.</description></item>
    /// <item><term>T3</term><description> It answers as the store itself does, and sees what it wrote.</description></item>
    /// </list>
    /// </remarks>
    /// <param name="transaction">An open transaction on the database that holds the ledger. The caller commits and disposes it.</param>
    /// <exception cref="ArgumentException">The transaction is not one of this store's database.</exception>
    ILedgerStore Within(DbTransaction transaction);

    /// <summary>Whether, while a transaction of a caller's has written, nobody else can write to the database.</summary>
    bool WritesAlone { get; }
}
