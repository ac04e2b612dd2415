namespace CommitmentLedger.Storage;

/// <summary>A place in the feed, opaque to everyone but the store that gave it.</summary>
/// <param name="Value">The store's own text, at most 200 characters; empty for the beginning.</param>
public readonly record struct FeedCursor(string Value)
{
    /// <summary>Before the first entry.</summary>
    public static FeedCursor Beginning { get; } = new(string.Empty);

    /// <summary>The cursor as text that can be kept.</summary>
    public override string ToString() => Value ?? string.Empty;
}
