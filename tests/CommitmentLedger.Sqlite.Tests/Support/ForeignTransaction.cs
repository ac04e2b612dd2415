using Microsoft.Data.Sqlite;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>Somebody else who has begun to write to a file, and keeps it locked until disposed.</summary>
internal sealed class ForeignTransaction : IDisposable
{
    private readonly SqliteConnection _connection;

    public ForeignTransaction(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Transaction = _connection.BeginTransaction();
    }

    public SqliteTransaction Transaction { get; }

    public void Execute(string text) => Execute(_connection, text);

    /// <summary>Runs a statement on a file by the way.</summary>
    public static void Execute(string file, string text)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, text);
    }

    public void Dispose()
    {
        Transaction.Dispose();
        _connection.Dispose();
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
