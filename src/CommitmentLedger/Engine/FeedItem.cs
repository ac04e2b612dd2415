namespace CommitmentLedger;

/// <summary>One step of the feed: an entry, or only that the place moved on.</summary>
/// <param name="Cursor">Where to go on after this step. Keep it once the step is handled.</param>
/// <param name="Tenant">The company whose entry it is; null where there is no entry.</param>
/// <param name="Entry">
/// What happened. Null where entries of other companies were passed over, so that the next reading begins behind them; and, with
/// <paramref name="IsUnreadable"/>, where an entry of yours is damaged so far that nobody can tell whose it is.
/// </param>
/// <param name="IsUnreadable">Whether the entry that stands here cannot be read. Its place was logged as an error.</param>
public sealed record FeedItem(FeedCursor Cursor, TenantId? Tenant, Entry? Entry, bool IsUnreadable);
