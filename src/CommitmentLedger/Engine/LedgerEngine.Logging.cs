using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;

namespace CommitmentLedger.Engine;

/// <content>What is logged, without personal data, and what cannot be read.</content>
internal sealed partial class LedgerEngine
{
    /// <summary>Says which commitment a list or a briefing passed over.</summary>
    public void LogUnreadable(StreamKey stream, CommitmentId commitment) => LogUnreadable(_logger, commitment, stream);

    private void LogUnreadable(StreamKey stream, CustomerRecord record)
    {
        foreach (UnreadableCommitment unreadable in record.Unreadable) LogUnreadable(stream, unreadable.Id);
    }

    /// <summary>Gives an entry of the feed, or null when neither it nor whose it is can be read.</summary>
    public async ValueTask<Entry?> TellAsync(FeedEntry told, CancellationToken cancellationToken)
    {
        KeyRing keys = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (keys.SealOrNull(told.Identity) is { } seal)
        {
            if (LedgerCodec.TryDecode(told.Entry, seal, out Entry? entry)) return entry;
            StoredStream? stored = await Store.LoadAsync(told.Stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false);
            if (stored is not null && LedgerCodec.TryReadCustomer(stored, seal, out CustomerId customer)) return LedgerCodec.Tell(told.Entry, seal, customer);
        }

        LogUnreadable(_logger, told.Entry.Version, told.Stream);
        return null;
    }

    private void MarkFailed(Exception problem)
    {
        LogMarkLost(_logger, problem);
        LedgerTelemetry.LostMark();
    }

    [LoggerMessage(1, LogLevel.Debug, "Another writer came first: decided at version {Expected}, found {Actual}")]
    private static partial void LogConflict(ILogger logger, long expected, long actual);

    [LoggerMessage(2, LogLevel.Warning, "A briefing was given, but that it was read could not be recorded")]
    private static partial void LogMarkLost(ILogger logger, Exception problem);

    [LoggerMessage(5, LogLevel.Warning, "A briefing was given, but recording that it was read was refused: {Code}")]
    private static partial void LogMarkRefused(ILogger logger, string code);

    [LoggerMessage(3, LogLevel.Error, "The document of commitment {Commitment} in stream {Stream} cannot be read and was passed over. Update the library, or rebuild the documents")]
    private static partial void LogUnreadable(ILogger logger, CommitmentId commitment, StreamKey stream);

    [LoggerMessage(4, LogLevel.Error, "Entry {Version} of stream {Stream} cannot be read, nor whose it is; the feed passed over it. Update the library, or verify the store")]
    private static partial void LogUnreadable(ILogger logger, long version, StreamKey stream);
}
