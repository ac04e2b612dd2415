namespace CommitmentLedger.PostgreSql;

/// <summary>Where an operation gets its connection: from the pool, or from a transaction of the caller's.</summary>
internal interface IConnections
{
    /// <summary>Whether the connection is in a transaction of the caller's, which decides about everything and which an error ends.</summary>
    bool IsCallers { get; }

    /// <summary>Opens a connection to a database whose schema was checked.</summary>
    /// <exception cref="LedgerUnavailableException">There is no connection, or no schema that this version can work with.</exception>
    ValueTask<Connection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of idle connections after one was lost: the others are most likely as dead.</summary>
    void Forget();

    /// <summary>Prepares nothing any more: somebody between the store and the server drops what was prepared.</summary>
    void StopPreparing();
}
