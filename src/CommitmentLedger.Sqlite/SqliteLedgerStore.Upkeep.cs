using CommitmentLedger.Sqlite;

namespace CommitmentLedger.Storage;

/// <content>Looking after what is kept: examining, backing up, importing, scrubbing, replacing documents.</content>
public sealed partial class SqliteLedgerStore : IStoreDoctor, IStoreRebuilder, IStoreScrubber, IStoreImporter
{
    /// <inheritdoc/>
    /// <remarks>Reads every page of the file; do it when the machine is not busy. A file that does not exist yet is not created.</remarks>
    public Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Doctor.RunAsync(_options, _connections, cancellationToken), cancellationToken);

    /// <summary>Copies the ledger, as it is at one point in time, to a new file, while others read and write.</summary>
    /// <param name="path">The file to make. It must not exist; it appears when it is complete and on the disk.</param>
    /// <param name="cancellationToken">Gives up; then no file is left.</param>
    /// <exception cref="ArgumentException">The path is empty, too long, or ends like a folder.</exception>
    /// <exception cref="LedgerUnavailableException">The copy could not be made, or the file exists already. The ledger itself is untouched.</exception>
    public Task BackupToAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (SqliteLedgerOptions.ProblemOfPath(path) is { } problem) throw new ArgumentException($"The path {problem}", nameof(path));
        string full = Path.GetFullPath(path);
        return Task.Run(
            () => _connections.ReadAsync(connection => OnlineBackup.Copy(connection, full, cancellationToken), cancellationToken).AsTask(),
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="LedgerOutcomeUnknownException">The commit failed in a way that leaves open whether it happened. Doing it again is safe.</exception>
    public async Task<bool> ReplaceDocumentsAsync(StreamDocuments documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return await _connections.WriteAsync(connection => Rebuilder.Replace(connection, documents), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The bytes are overwritten in the file, and the log that may still hold them is emptied as soon as no other process reads it.</remarks>
    /// <exception cref="LedgerOutcomeUnknownException">The commit failed in a way that leaves open whether it happened. Doing it again is safe.</exception>
    public async Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken)
    {
        int scrubbed = await _connections.WriteAsync(connection => Scrubber.Scrub(connection, stream, versions), cancellationToken).ConfigureAwait(false);
        await _connections.RunOnWriterAsync(Scrubber.EmptyLog, CancellationToken.None).ConfigureAwait(false);
        return scrubbed;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An append does not begin its stream. Its bulk was not written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">A commit failed in a way that leaves open whether the current bulk was written.</exception>
    public Task<long> ImportAsync(IAsyncEnumerable<StreamAppend> streams, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return Importer.RunAsync(_connections, streams, progress, cancellationToken);
    }

    /// <summary>Runs something on the connection that writes: the way in for the tests that break it.</summary>
    internal ValueTask<T> RunOnWriterAsync<T>(Func<Connection, T> work) => _connections.RunOnWriterAsync(work, CancellationToken.None);
}
