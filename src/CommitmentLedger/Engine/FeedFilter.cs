using System.Runtime.CompilerServices;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>The feed of a store as some tenants see it.</summary>
internal sealed class FeedFilter(LedgerEngine engine, IEnumerable<TenantId> tenants)
{
    /// <summary>After so many entries of others in a row the place is told, so that a reader who is interrupted need not begin again.</summary>
    private const int MaxSilent = 1_000;

    private readonly TenantId[] _asked = [.. tenants.Distinct()];

    public async IAsyncEnumerable<FeedItem> ReadAsync(FeedCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KeyRing keys = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        var askedFor = _asked.ToDictionary(keys.KeyOf);
        int silent = 0;
        FeedCursor passed = after;
        await foreach (FeedEntry told in engine.Store.ReadFeedAsync(after, cancellationToken).ConfigureAwait(false))
        {
            passed = told.Cursor;
            if (askedFor.TryGetValue(told.Tenant, out TenantId tenant) && !ReferenceSource.Wrote(told.Entry))
            {
                silent = 0;
                Entry? entry = await engine.TellAsync(told, cancellationToken).ConfigureAwait(false);
                yield return new FeedItem(passed, tenant, entry, IsUnreadable: entry is null or { Event: Unreadable });
            }
            else if (++silent % MaxSilent == 0)
            {
                yield return Moved(passed);
            }
        }

        if (silent % MaxSilent > 0) yield return Moved(passed);
    }

    private static FeedItem Moved(FeedCursor to) => new(to, Tenant: null, Entry: null, IsUnreadable: false);
}
