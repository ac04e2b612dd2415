namespace CommitmentLedger.Sqlite;

/// <summary>Where an operation gets its connection from, and who turns its failures into the ledger's exceptions.</summary>
internal interface IConnections
{
    /// <summary>Runs an operation that only reads.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be read now.</exception>
    ValueTask<T> ReadAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken);

    /// <summary>Runs a short operation that only reads, wherever that is quickest now.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be read now.</exception>
    ValueTask<T> LookAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) => ReadAsync(work, cancellationToken);

    /// <summary>Runs an operation in one transaction, wholly or not at all.</summary>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">The commit failed in a way that leaves open whether it happened.</exception>
    ValueTask<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken);
}
