using CommitmentLedger.PostgreSql;

namespace CommitmentLedger.Storage;

/// <content>Looking after what is kept: the schema, examining, importing, scrubbing, replacing documents.</content>
public sealed partial class PostgreSqlLedgerStore : IStoreDoctor, IStoreRebuilder, IStoreScrubber, IStoreImporter
{
    /// <summary>Creates the tables or brings them to this library's version. Calling it again, or from several processes at once, is safe.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached or used, or a newer library made its tables.</exception>
    public Task EnsureSchemaAsync(CancellationToken cancellationToken = default) => _readiness.EnsureAsync(migrates: true, cancellationToken);

    /// <inheritdoc/>
    public Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken)
    {
        _connections.EnsureNotDisposed();
        return new Doctor(_pool, _statements).ExamineAsync(cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="LedgerOutcomeUnknownException">The connection was lost while it was committed; do it again.</exception>
    public Task<bool> ReplaceDocumentsAsync(StreamDocuments documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new Rebuilder(_connections, _statements).ReplaceAsync(documents, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>What was in a body stays in old backups, and in dead rows until the next vacuum.</remarks>
    /// <exception cref="LedgerOutcomeUnknownException">The connection was lost before the answer came; do it again.</exception>
    public Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken) =>
        new Scrubber(_connections, _statements).ScrubAsync(stream, versions, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>A bulk is about 10,000 entries or 32 MiB, in a transaction of its own, written by COPY.</remarks>
    /// <exception cref="LedgerOutcomeUnknownException">The connection was lost while a bulk was committed; see which streams are there.</exception>
    public Task<long> ImportAsync(IAsyncEnumerable<StreamAppend> streams, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return new Importer(_connections, _statements).ImportAsync(streams, progress, cancellationToken);
    }
}
