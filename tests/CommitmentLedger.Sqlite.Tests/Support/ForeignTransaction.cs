using Microsoft.Data.Sqlite;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>Somebody else who has begun to write to a file, and keeps it locked until disposed.</summary>
internal sealed class ForeignTransaction : IDisposable
{
    private readonly SqliteConnection _connection;
    private bool _isEndedByStatement;

    public ForeignTransaction(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Transaction = _connection.BeginTransaction();
    }

    public SqliteTransaction Transaction { get; }

    public void Execute(string text) => Execute(_connection, text);

    /// <summary>Ends the transaction in one of the ways that there are.</summary>
    public void End(string how)
    {
        if (how == "committed") Transaction.Commit();
        else if (how == "rolled back") Transaction.Rollback();
        else if (how == "disposed") Transaction.Dispose();
        else if (how == "closed") _connection.Close();
        else
        {
            Execute(how.StartsWith("committed", StringComparison.Ordinal) ? "COMMIT" : "ROLLBACK");
            _isEndedByStatement = true;
        }
    }

    /// <summary>Runs a statement on a file by the way.</summary>
    public static void Execute(string file, string text)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, text);
    }

    public void Dispose()
    {
        try
        {
            Transaction.Dispose();
        }
        catch (SqliteException) when (_isEndedByStatement)
        {
            // The driver does not know that it has ended, and rolls back in vain.
        }

        _connection.Dispose();
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
