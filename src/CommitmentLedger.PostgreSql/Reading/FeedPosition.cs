using System.Globalization;

namespace CommitmentLedger.PostgreSql;

/// <summary>A place in the feed: after the entry of this version, of this stream, under this transaction.</summary>
internal sealed record FeedPosition(long FeedTx, Guid Stream, long Version)
{
    private const string Form = "pg1";

    public bool IsBeginning => Version == 0;

    public FeedCursor ToCursor() => new(string.Create(CultureInfo.InvariantCulture, $"{Form}.{FeedTx}.{Stream:N}.{Version}"));

    /// <summary>Reads a cursor that this kind of store gave.</summary>
    /// <exception cref="ArgumentException">Another kind of store gave it, or nobody did.</exception>
    public static FeedPosition Of(FeedCursor cursor)
    {
        string text = cursor.ToString();
        if (text.Length == 0) return new FeedPosition(long.MinValue, Guid.Empty, 0);
        string[] parts = text.Split('.');
        if (parts is [Form, string feedTx, string stream, string version]
            && long.TryParse(feedTx, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long feedTxValue)
            && Guid.TryParseExact(stream, "N", out Guid streamValue)
            && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out long versionValue))
            return new FeedPosition(feedTxValue, streamValue, versionValue);
        throw new ArgumentException("The cursor is not one that this store gave. Use the cursors of this store's feed, or begin at FeedCursor.Beginning.", nameof(cursor));
    }
}
