using System.Data.Common;

namespace CommitmentLedger.Storage;

/// <summary>A store that can write inside a transaction of the caller's, to commit together with business data.</summary>
/// <remarks>For stores on a database that ADO.NET reaches. Any other leaves this interface alone: its checks do not apply then, and nothing else follows.</remarks>
public interface ITransactionalStore
{
    /// <summary>Whether nobody else can write to the database from the moment that a caller's transaction has written until it ends, this store outside it included.</summary>
    /// <remarks>
    /// <para>
    /// The ledger asks it to know where references for promises within a caller's transaction can be reserved: on another connection
    /// where others can write meanwhile, and otherwise only within the transaction itself.
    /// </para>
    /// <list type="bullet">
    /// <item><term>T4</term><description> When it is false, another connection appends to another stream while a transaction that has written is open, and does not wait for it.</description></item>
    /// </list>
    /// </remarks>
    /// <value>True for a database with a single writer. It is the same for as long as the store lives.</value>
    bool WritesAlone { get; }

    /// <summary>The same store inside a transaction. What it appends is durable when the caller commits, and gone when the caller rolls back.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>T1</term><description> Others see what it appended when the caller commits, in load, history and feed, and not before.</description></item>
    /// <item><term>T2</term><description> When the caller rolls back nothing of it is left, its commands included.</description></item>
    /// <item><term>T3</term><description> It answers as the store itself does, and sees what it wrote.</description></item>
    /// <item><term>T5</term><description> When the caller has committed or rolled back, every member throws <see cref="InvalidOperationException"/> and writes nothing.</description></item>
    /// </list>
    /// </remarks>
    /// <param name="transaction">An open transaction on the database that holds the ledger. The caller commits and disposes it.</param>
    /// <exception cref="ArgumentException">
    /// The transaction is of another provider or another database, or has ended: committed, rolled back or disposed. A store that finds out
    /// only by asking the database throws it at the first use instead, before anything is written.
    /// </exception>
    ILedgerStore Within(DbTransaction transaction);
}
