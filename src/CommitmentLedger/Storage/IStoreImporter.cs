namespace CommitmentLedger.Storage;

/// <summary>A store that takes in history faster than one append at a time.</summary>
public interface IStoreImporter
{
    /// <summary>Writes whole streams that the store does not have yet, each append being the entire stream (expected version 0).</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>I1</term><description> An imported stream is like one that was appended: in loads, history, questions and the feed, and its command is known.</description></item>
    /// <item><term>I2</term><description> A stream exists already: <see cref="InvalidOperationException"/>, and nothing of its bulk is written.</description></item>
    /// <item><term>I3</term><description> A stream comes twice in one import: the second time it exists already.</description></item>
    /// <item><term>I4</term><description> An expected version other than 0: <see cref="ArgumentException"/>, and nothing of its bulk is written.</description></item>
    /// <item><term>I5</term><description> Remembered is the command of the append, which is that of the first entry, with all its versions. The other entries of an imported
    /// history keep the commands that once wrote them, and those are not remembered.</description></item>
    /// </list>
    /// </remarks>
    /// <param name="streams">The streams. They are written in bulk; a failure leaves whole streams only.</param>
    /// <param name="progress">Told the number of entries written so far, now and then; null for nobody.</param>
    /// <param name="cancellationToken">Gives up between two bulks.</param>
    /// <returns>How many entries were written.</returns>
    /// <exception cref="InvalidOperationException">A stream exists already, or came before in this import; its bulk was not written.</exception>
    /// <exception cref="ArgumentException">An append expects a version other than 0; its bulk was not written.</exception>
    /// <exception cref="LedgerUnavailableException">The current bulk was not written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">The current bulk may have been written, wholly; whether it was, loading a stream of it tells.</exception>
    Task<long> ImportAsync(IAsyncEnumerable<StreamAppend> streams, IProgress<long>? progress, CancellationToken cancellationToken);
}
