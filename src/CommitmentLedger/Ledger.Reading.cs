using System.Runtime.CompilerServices;
using CommitmentLedger.Engine;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger;

/// <content>Reading that leaves no mark.</content>
public sealed partial class Ledger
{
    private const int MaxAskedFor = 1_000;

    /// <summary>A customer's record: the open commitments, what the customer has been through, and of the closed commitments those asked for.</summary>
    /// <remarks>Nothing is recorded. Before speaking to the customer use <see cref="CustomerLedger.BriefAsync"/>, which tells the next one what you were shown.</remarks>
    /// <param name="customer">The customer; one who is not known has an empty record of version 0.</param>
    /// <param name="closed">Up to 1,000 closed commitments to load too; ids that the customer does not have are passed over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 1,000 are asked for.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    /// <exception cref="LedgerDataException">What the store holds cannot be read by this version of the library.</exception>
    public Task<CustomerRecord> ReadAsync(CustomerId customer, ValueList<CommitmentId> closed = default, CancellationToken cancellationToken = default)
    {
        if (closed.Count > MaxAskedFor)
            throw new ArgumentOutOfRangeException(nameof(closed), $"At most {MaxAskedFor} closed commitments are read at once. Ask for fewer, or use ReadClosedAsync.");
        return _engine.ReadAsync(_tenant, customer, closed, cancellationToken);
    }

    /// <summary>A page of a customer's closed commitments, those made last first.</summary>
    /// <param name="customer">The customer; one who is not known has none.</param>
    /// <param name="after">The last commitment of the page before; null for the first page.</param>
    /// <param name="pageSize">How many, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is outside 1 to 1,000.</exception>
    /// <exception cref="ArgumentException">The customer has no commitment <paramref name="after"/>.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public async Task<CommitmentPage> ReadClosedAsync(
        CustomerId customer, CommitmentId? after = null, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        if (pageSize is < 1 or > MaxAskedFor) throw new ArgumentOutOfRangeException(nameof(pageSize), $"A page has 1 to {MaxAskedFor} commitments.");
        List<CommitmentId> left = await MadeLastFirstAsync(customer, cancellationToken).ConfigureAwait(false);
        if (after is { } last)
        {
            int place = left.IndexOf(last);
            if (place < 0) throw new ArgumentException("The customer has no such commitment. Go on after the last one of the page before.", nameof(after));
            left.RemoveRange(0, place + 1);
        }

        var page = new List<Commitment>(pageSize);
        int looked = 0;
        while (page.Count < pageSize && looked < left.Count)
        {
            ValueList<CommitmentId> next = [.. left.Skip(looked).Take(pageSize - page.Count)];
            CustomerRecord record = await _engine.ReadAsync(_tenant, customer, next, cancellationToken).ConfigureAwait(false);
            page.AddRange(record.Commitments.Where(commitment => !commitment.IsOpen).Reverse());
            looked += next.Count;
        }

        return new CommitmentPage([.. page], IsLast: looked == left.Count);
    }

    /// <summary>A commitment of a customer, open or closed, by its id; null when the customer has none of that id.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    /// <exception cref="LedgerDataException">The commitment cannot be read by this version of the library.</exception>
    public async Task<Commitment?> FindAsync(CustomerId customer, CommitmentId commitment, CancellationToken cancellationToken = default)
    {
        _ = commitment.ToString();
        return (await _engine.ReadAsync(_tenant, customer, [commitment], cancellationToken).ConfigureAwait(false)).Find(commitment);
    }

    /// <summary>Everything that happened to a customer, oldest first. An entry that cannot be read is there as <see cref="Unreadable"/>.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public async IAsyncEnumerable<Entry> ReadHistoryAsync(
        CustomerId customer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach ((StoredEntry entry, StreamSeal seal) in _engine.ReadHistoryAsync(_tenant, customer, cancellationToken).ConfigureAwait(false))
            yield return LedgerCodec.Tell(entry, seal, customer);
    }

    /// <summary>Everything that happened to customers of this company after a cursor; ends when it has caught up.</summary>
    /// <remarks>
    /// An entry that cannot be read is there as <see cref="Unreadable"/>, and the next ones follow. Where entries of other companies were passed
    /// over, an item without an entry moves the cursor behind them: keep the cursor of every item.
    /// </remarks>
    /// <param name="after">Where to go on: the cursor of the last item handled, or <see cref="FeedCursor.Beginning"/>.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="ArgumentException">The cursor is none that this kind of store gives.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public IAsyncEnumerable<FeedItem> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken = default) =>
        ReadFeedAsync(after, [_tenant], cancellationToken);

    /// <summary>The same for several companies on this store in one reading, for a host that serves many.</summary>
    /// <inheritdoc cref="ReadFeedAsync(FeedCursor, CancellationToken)"/>
    public IAsyncEnumerable<FeedItem> ReadFeedAsync(FeedCursor after, IEnumerable<TenantId> tenants, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        return new FeedFilter(_engine, tenants).ReadAsync(after, cancellationToken);
    }

    /// <summary>The commitments, open and closed, that something the customer names leads to: a reference, a booking number, a telephone number.</summary>
    /// <remarks>One whose document cannot be read is logged by its id and passed over.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public async IAsyncEnumerable<Commitment> FindAsync(
        LookupKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await foreach (Commitment commitment in FindAsync(keys => new CommitmentQuery.WithLookup(keys.KeyOf(_tenant), keys.DigestOf(_tenant, key)), cancellationToken).ConfigureAwait(false))
            yield return commitment;
    }

    /// <summary>The open commitments of all customers that are due before an instant, soonest first.</summary>
    /// <remarks>One whose document cannot be read is logged by its id and passed over.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public IAsyncEnumerable<Commitment> FindDueBeforeAsync(Instant instant, CancellationToken cancellationToken = default) =>
        FindAsync(keys => new CommitmentQuery.DueBefore(keys.KeyOf(_tenant), Microseconds.Truncate(instant)), cancellationToken);

    /// <summary>The open commitments of all customers that a team is responsible for, soonest due first, those without a date last.</summary>
    /// <remarks>One whose document cannot be read is logged by its id and passed over.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    public IAsyncEnumerable<Commitment> FindOwnedByAsync(Team team, CancellationToken cancellationToken = default) =>
        FindAsync(keys => new CommitmentQuery.OwnedBy(keys.KeyOf(_tenant), team.ToString()), cancellationToken);

    private async Task<List<CommitmentId>> MadeLastFirstAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var seen = new HashSet<CommitmentId>();
        var made = new List<CommitmentId>();
        KeyRing keys = await _engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        await foreach (StoredEntry entry in _engine.Store.ReadHistoryAsync(keys.StreamOf(_tenant, customer), afterVersion: 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Commitment is { } id && seen.Add(id)) made.Add(id);
        }

        made.Reverse();
        return made;
    }

    private async IAsyncEnumerable<Commitment> FindAsync(
        Func<KeyRing, CommitmentQuery> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KeyRing keys = await _engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        CommitmentQuery query = ask(keys);
        int found;
        do
        {
            found = 0;
            await foreach (FoundCommitment one in _engine.Store.FindAsync(query, cancellationToken).ConfigureAwait(false))
            {
                found++;
                query = query with { After = FindPosition.Of(one.Document) };
                if (LedgerCodec.TryDecode(one, keys, out Commitment? commitment)) yield return commitment;
                else _engine.LogUnreadable(one.Document.Stream, one.Document.Commitment);
            }
        }
        while (found == query.Limit);
    }
}
