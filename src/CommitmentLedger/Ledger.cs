using System.Data.Common;
using CommitmentLedger.Engine;
using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommitmentLedger;

/// <summary>The shared ledger of one company: who promised what to which customer, and when. Safe for use by many threads.</summary>
public sealed partial class Ledger : IAsyncDisposable, IDisposable
{
    private readonly LedgerEngine _engine;
    private readonly TenantId _tenant;
    private readonly bool _ownsEngine;

    /// <summary>Opens a ledger on a store of your choice. With dependency injection, use <c>AddCommitmentLedger</c> instead.</summary>
    /// <param name="store">Where entries are kept. The ledger does not dispose it.</param>
    /// <param name="options">How the ledger behaves; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Where conflicts and trouble are logged, without personal data; null for nowhere.</param>
    /// <param name="secret">The secret that the ledger on this store is begun with; null for a ledger without one.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public Ledger(ILedgerStore store, LedgerOptions? options = null, TimeProvider? time = null, ILogger<Ledger>? logger = null, ILedgerSecret? secret = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new LedgerOptions();
        _engine = new LedgerEngine(store, options, secret, time ?? TimeProvider.System, logger ?? NullLogger<Ledger>.Instance);
        _tenant = options.Tenant;
        _ownsEngine = true;
    }

    private Ledger(LedgerEngine engine, TenantId tenant) => (_engine, _tenant) = (engine, tenant);

    /// <summary>The ledger of another company on the same store. Nothing of one is ever visible in the other. Disposing it closes nothing.</summary>
    public Ledger ForTenant(TenantId tenant)
    {
        _ = tenant.ToString();
        return new Ledger(_engine, tenant);
    }

    /// <summary>The ledger in the hands of somebody who acts.</summary>
    public ActingLedger ActingAs(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new ActingLedger(_engine, _tenant, actor);
    }

    /// <summary>
    /// The same ledger inside a transaction of yours, on the database that holds the ledger: what it records stands or vanishes with your own
    /// rows. It begins, commits and disposes nothing; keep it no longer than the transaction.
    /// </summary>
    /// <remarks>
    /// Company, clock, calendars, options, logger and references are those of this ledger. When the transaction has ended, every use of
    /// what this gave throws <see cref="InvalidOperationException"/> and writes nothing. After a <see cref="LedgerUnavailableException"/>
    /// it depends on the database whether the transaction can go on; after a refusal it can.
    /// </remarks>
    /// <param name="transaction">An open transaction, such as that of <c>Database.BeginTransaction()</c> of Entity Framework (<c>GetDbTransaction()</c>).</param>
    /// <exception cref="ArgumentException">The transaction has ended, or is not one of the database that holds the ledger.</exception>
    /// <exception cref="InvalidOperationException">This ledger is within a transaction itself.</exception>
    /// <exception cref="NotSupportedException">The store cannot join a transaction.</exception>
    public Ledger Within(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return new Ledger(_engine.Within(transaction), _tenant);
    }

    /// <summary>Makes sure that the store can be read and that the secret is the one that the ledger was begun with. Any first use does the same.</summary>
    /// <exception cref="LedgerSecretException">The secret is missing, too short, or another. Nothing was read or written.</exception>
    /// <exception cref="LedgerUnavailableException">The store cannot be read now.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default) => await _engine.OpenAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Finds out about a command whose outcome was unknown, and finishes it: what was recorded is given again, and what was not is recorded now.</summary>
    /// <param name="unsettled">The value of <see cref="LedgerOutcomeUnknownException.Unsettled"/>, from this process or an earlier one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The command was given to the ledger of another company, or lacks a part that it needs.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be reached now; nothing was written by this call.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">The outcome is still unknown.</exception>
    public Task<Verdict> SettleAsync(AddressedCommand unsettled, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(unsettled);
        if (unsettled.Tenant != _tenant)
            throw new ArgumentException("The command was given to the ledger of another company. Settle it with ForTenant(unsettled.Tenant).", nameof(unsettled));
        return _engine.TryAsync(unsettled, cancellationToken);
    }

    /// <summary>Ends when every reading of a briefing so far is recorded. Disposing does the same.</summary>
    public Task FlushAsync() => _engine.FlushAsync();

    /// <summary>Finishes what is being written. The store is left to whoever made it.</summary>
    public ValueTask DisposeAsync() => _ownsEngine ? _engine.DisposeAsync() : ValueTask.CompletedTask;

    /// <inheritdoc cref="DisposeAsync"/>
    /// <remarks>It waits for what is being written. Prefer <see cref="DisposeAsync"/>.</remarks>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
