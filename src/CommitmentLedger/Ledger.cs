using System.Runtime.CompilerServices;
using CommitmentLedger.Serialization;
using CommitmentLedger.Engine;
using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CommitmentLedger;

/// <summary>The shared ledger of one company: who promised what to which customer, and when. Safe for use by many threads.</summary>
public sealed partial class Ledger : IAsyncDisposable
{
    private readonly LedgerEngine _engine;
    private readonly TenantId _tenant;
    private readonly bool _ownsEngine;

    /// <summary>Opens a ledger on a store of your choice. With dependency injection, use <c>AddCommitmentLedger</c> instead.</summary>
    /// <param name="store">Where entries are kept. The ledger does not dispose it.</param>
    /// <param name="options">How the ledger behaves; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Where conflicts and trouble are logged, without personal data; null for nowhere.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public Ledger(ILedgerStore store, LedgerOptions? options = null, TimeProvider? time = null, ILogger<Ledger>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new LedgerOptions();
        _engine = new LedgerEngine(store, options, time ?? TimeProvider.System, logger ?? NullLogger<Ledger>.Instance);
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

    /// <summary>Everything that happened to a customer, oldest first. An entry that cannot be read is there as <see cref="Unreadable"/>.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public async IAsyncEnumerable<Entry> HistoryAsync(
        CustomerId customer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var stream = StreamKey.ForCustomer(_tenant, customer);
        await foreach (StoredEntry entry in _engine.Store.ReadHistoryAsync(stream, afterVersion: 0, cancellationToken).ConfigureAwait(false))
            yield return LedgerCodec.Tell(entry, customer);
    }

    /// <summary>
    /// Everything that happened to anybody after a cursor; ends when it has caught up. An entry that cannot be read is there as
    /// <see cref="Unreadable"/>, and the next ones follow; only where nobody can tell whose it is, it is logged and left out.
    /// </summary>
    /// <param name="after">Where to go on: the cursor of the last entry handled, or <see cref="FeedCursor.Beginning"/>.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public async IAsyncEnumerable<(FeedCursor Cursor, Entry Entry)> FeedAsync(
        FeedCursor after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var tenant = TenantKey.For(_tenant);
        await foreach (FeedEntry entry in _engine.Store.ReadFeedAsync(after, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Tenant != tenant || ReferenceSource.Wrote(entry.Entry)) continue;
            if (await _engine.TellAsync(entry, cancellationToken).ConfigureAwait(false) is { } told) yield return (entry.Cursor, told);
        }
    }

    /// <summary>The commitments, open and closed, that something the customer names leads to: a reference, a booking number, a telephone number.</summary>
    /// <remarks>One whose document cannot be read is logged by its id and passed over.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public async IAsyncEnumerable<Commitment> FindAsync(
        LookupKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var query = new CommitmentQuery.WithLookup(TenantKey.For(_tenant), LookupDigest.For(_tenant, key));
        await foreach (Commitment commitment in FindAsync(query, cancellationToken).ConfigureAwait(false)) yield return commitment;
    }

    /// <summary>The open commitments of all customers that are due before an instant, soonest first.</summary>
    /// <remarks>One whose document cannot be read is logged by its id and passed over.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public IAsyncEnumerable<Commitment> FindDueBeforeAsync(Instant instant, CancellationToken cancellationToken = default) =>
        FindAsync(new CommitmentQuery.DueBefore(TenantKey.For(_tenant), Microseconds.Truncate(instant)), cancellationToken);

    /// <summary>The open commitments of all customers that a team is responsible for, soonest due first, those without a date last.</summary>
    /// <remarks>One whose document cannot be read is logged by its id and passed over.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public IAsyncEnumerable<Commitment> FindOwnedByAsync(Team team, CancellationToken cancellationToken = default) =>
        FindAsync(new CommitmentQuery.OwnedBy(TenantKey.For(_tenant), team.ToString()), cancellationToken);

    /// <summary>Ends when every reading of a briefing so far is recorded. Disposing does the same.</summary>
    public Task FlushAsync() => _engine.FlushAsync();

    /// <summary>Finishes what is being written. The store is left to whoever made it.</summary>
    public ValueTask DisposeAsync() => _ownsEngine ? _engine.DisposeAsync() : ValueTask.CompletedTask;

    private async IAsyncEnumerable<Commitment> FindAsync(
        CommitmentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int found;
        do
        {
            found = 0;
            await foreach (CommitmentDocument document in _engine.Store.FindAsync(query, cancellationToken).ConfigureAwait(false))
            {
                found++;
                query = query with { After = FindPosition.Of(document) };
                if (LedgerCodec.TryDecode(document, out Commitment? commitment)) yield return commitment;
                else _engine.LogUnreadable(document.Stream, document.Commitment);
            }
        }
        while (found == query.Limit);
    }
}
