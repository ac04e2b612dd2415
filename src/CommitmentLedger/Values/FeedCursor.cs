namespace CommitmentLedger;

/// <summary>A place in the feed, opaque to everyone but the store that gave it.</summary>
/// <remarks>A default one is <see cref="Beginning"/>: its text is empty too, though its value is null. Stores go by <see cref="ToString"/>.</remarks>
/// <param name="Value">The store's own text, at most 200 characters; empty for the beginning.</param>
public readonly record struct FeedCursor(string Value)
{
    /// <summary>Before the first entry.</summary>
    public static FeedCursor Beginning { get; } = new(string.Empty);

    /// <summary>The cursor as text that can be kept; empty for the beginning and for a default one.</summary>
    public override string ToString() => Value ?? string.Empty;
}
