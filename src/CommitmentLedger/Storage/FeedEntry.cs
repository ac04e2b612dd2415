namespace CommitmentLedger.Storage;

/// <summary>One entry of the feed.</summary>
/// <param name="Cursor">The place after this entry.</param>
/// <param name="Tenant">The tenant whose entry it is.</param>
/// <param name="Stream">The stream that it stands in.</param>
/// <param name="Identity">The identity of that stream, as it is now.</param>
/// <param name="Entry">The entry.</param>
public sealed record FeedEntry(FeedCursor Cursor, TenantKey Tenant, StreamKey Stream, StreamIdentity Identity, StoredEntry Entry);
