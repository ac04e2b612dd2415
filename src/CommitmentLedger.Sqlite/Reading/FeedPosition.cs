using System.Globalization;

namespace CommitmentLedger.Sqlite;

/// <summary>A place in the feed as this store writes it: the position of the entry before it, and the command that wrote that entry.</summary>
/// <remarks>
/// The command tells whether the file is still the one that gave the cursor. After an older copy was restored, positions are given
/// out again; a bare number would then pass over entries without anybody noticing.
/// </remarks>
internal sealed record FeedPosition(long Position, CommandId? Command)
{
    private const char Separator = '-';

    /// <summary>Reads a cursor that this kind of store gave.</summary>
    /// <exception cref="ArgumentException">Another kind of store gave it, or nobody did.</exception>
    public static FeedPosition Of(FeedCursor cursor)
    {
        string text = cursor.ToString();
        if (text.Length == 0) return new FeedPosition(0, Command: null);
        string[] parts = text.Split(Separator, count: 2);
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long position)
            && Guid.TryParseExact(parts[1], "N", out Guid command) && position > 0 && command != Guid.Empty
            ? new FeedPosition(position, new CommandId(command))
            : throw new ArgumentException("The cursor is not one that a SQLite store gave. Use the cursors of this store's feed, or begin at FeedCursor.Beginning.", nameof(cursor));
    }

    public static FeedCursor Cursor(long position, CommandId command) => new(string.Create(
        CultureInfo.InvariantCulture, $"{position}{Separator}{command.ToGuid():N}"));
}
