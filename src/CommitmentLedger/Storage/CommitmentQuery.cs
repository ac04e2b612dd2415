using NodaTime;

namespace CommitmentLedger.Storage;

/// <summary>A question across customers of one tenant. There are no other questions than these three.</summary>
/// <remarks>Answers come in order of due time (those without one last), then stream, then commitment; the order of ids is that of their bytes
/// as written in text (big-endian). <see cref="FindPosition.Order"/> is this order.</remarks>
public abstract record CommitmentQuery
{
    private CommitmentQuery(TenantKey tenant) => Tenant = tenant;

    /// <summary>The tenant to ask about; documents of others are never given.</summary>
    public TenantKey Tenant { get; }

    /// <summary>The place after which to go on, or null to begin.</summary>
    public FindPosition? After { get; init; }

    /// <summary>The most documents to give, at least 1. The default is 1,000.</summary>
    public int Limit { get; init; } = 1_000;

    /// <summary>The answer to the query over all documents: its meaning, which an adapter computes from an index.</summary>
    public IEnumerable<CommitmentDocument> Answer(IEnumerable<CommitmentDocument> documents) => documents
        .Where(document => document.Tenant == Tenant && Asks(document) && (After is null || FindPosition.Order.Compare(FindPosition.Of(document), After) > 0))
        .OrderBy(FindPosition.Of, FindPosition.Order)
        .Take(Limit);

    private protected abstract bool Asks(CommitmentDocument document);

    /// <summary>Open commitments that are due before an instant, which is a whole microsecond.</summary>
    public sealed record DueBefore(TenantKey Tenant, Instant Instant) : CommitmentQuery(Tenant)
    {
        private protected override bool Asks(CommitmentDocument document) => document.IsOpen && document.Due < Instant;
    }

    /// <summary>Open commitments of a team.</summary>
    public sealed record OwnedBy(TenantKey Tenant, string Owner) : CommitmentQuery(Tenant)
    {
        private protected override bool Asks(CommitmentDocument document) => document.IsOpen && string.Equals(document.Owner, Owner, StringComparison.Ordinal);
    }

    /// <summary>Commitments, open and closed, that have a lookup key.</summary>
    public sealed record WithLookup(TenantKey Tenant, LookupDigest Lookup) : CommitmentQuery(Tenant)
    {
        private protected override bool Asks(CommitmentDocument document) => document.Lookups.Contains(Lookup);
    }
}
