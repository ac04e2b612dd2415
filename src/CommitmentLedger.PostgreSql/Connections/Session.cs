using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>A connection for one operation; disposing it gives it back to where it came from.</summary>
internal readonly struct Session(NpgsqlConnection connection, NpgsqlTransaction? ambient) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public NpgsqlTransaction? Ambient => ambient;

    public ValueTask DisposeAsync() => ambient is null ? connection.DisposeAsync() : ValueTask.CompletedTask;
}
