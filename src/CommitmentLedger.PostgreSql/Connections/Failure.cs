using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Tells what a failure of the driver or the server means: nothing written, or nobody knows.</summary>
internal static class Failure
{
    /// <summary>The function that appends found a transaction id that this cluster has not reached.</summary>
    private const string FutureTransaction = "CL001";

    public const string UniqueViolation = "23505";

    /// <summary>Whether it is one of those that the driver throws; anything else is a mistake and passes through.</summary>
    public static bool IsOurs(Exception problem) =>
        problem is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException or ObjectDisposedException
            or InvalidOperationException;

    /// <summary>Whether two writers only got in each other's way, so that the loser, rolled back whole, may simply try again.</summary>
    public static bool IsRace(Exception problem) => problem is PostgresException
    {
        SqlState: UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    /// <summary>Whether the server does not know a statement that was prepared: it ran nothing, and what was asked may be asked again unprepared.</summary>
    public static bool IsUnprepared(Exception problem) => problem is PostgresException { SqlState: PostgresErrorCodes.InvalidSqlStatementName };

    /// <summary>Whether a session was refused because of the settings that it was to begin with.</summary>
    public static bool IsOfSettings(PostgresException said) => said.SqlState is ['0', '8' or 'A', ..] or ['2', '2', ..] or ['4', '2', ..];

    /// <summary>Whether the connection broke, so that a read may be asked again on another one.</summary>
    public static bool IsLost(Exception problem) => problem is PostgresException said
        ? IsFatal(said) && said.SqlState.StartsWith("57P", StringComparison.Ordinal)
        : problem is NpgsqlException { InnerException: not TimeoutException } or IOException or System.Net.Sockets.SocketException;

    /// <summary>What became of an append that had been sent.</summary>
    public static Exception OfWrite(Exception problem) => problem switch
    {
        // An error ends the statement, hence its transaction, before it is committed. A fatal one may come after.
        PostgresException said when !IsFatal(said) => Unavailable(problem),
        ObjectDisposedException or InvalidOperationException => Unavailable(problem),
        _ => new LedgerOutcomeUnknownException(
            "The connection to PostgreSQL was lost after the write was sent and before its answer came. Repeat it with the same command id to find out and to finish.",
            Bare(problem)),
    };

    /// <summary>The failure of something that wrote nothing.</summary>
    public static LedgerUnavailableException Unavailable(Exception problem) => new(Message(problem), Bare(problem));

    /// <summary>The error without the rows and values that it may name: they are about customers, and exceptions end up in logs.</summary>
    public static Exception Bare(Exception problem) => problem is PostgresException said
        ? new PostgresException(said.MessageText, said.Severity, said.InvariantSeverity, said.SqlState, hint: said.Hint, file: said.File, line: said.Line, routine: said.Routine)
        : problem;

    private static bool IsFatal(PostgresException said) => said.InvariantSeverity is "FATAL" or "PANIC";

    private static string Message(Exception problem) => problem switch
    {
        PostgresException said => Message(said),
        NpgsqlOperationInProgressException => "Another statement is running on this connection. Nothing was written; end it, close its reader, then try again.",
        ObjectDisposedException => "The store was disposed. Nothing was written; make a new one.",
        NpgsqlException { InnerException: TimeoutException } or TimeoutException =>
            "PostgreSQL did not answer in time, or no connection of the pool became free. Nothing was written; look for long transactions and at Maximum Pool Size, then try again.",
        ArgumentException or NotSupportedException or System.Security.Cryptography.CryptographicException =>
            "No connection can be made the way that the connection string says. Nothing was written; the inner exception says what is wrong with it.",
        InvalidOperationException => "The connection cannot be used as it is now. Nothing was written; open a new one and try again.",
        _ => "PostgreSQL cannot be reached. Nothing was written; see that the server runs and accepts connections, then try again.",
    };

    private static string Message(PostgresException said) => said.SqlState switch
    {
        FutureTransaction => PostgreSqlSchema.RestoredMessage,
        PostgresErrorCodes.DiskFull => "The disk of the PostgreSQL server is full. Nothing was written; make room, then try again.",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL takes no more connections. Nothing was written; raise max_connections or lower Maximum Pool Size.",
        PostgresErrorCodes.CannotConnectNow => "PostgreSQL is starting up or shutting down. Nothing was written; try again.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "PostgreSQL takes no writes here: this server is a standby, or default_transaction_read_only is on for the "
            + "database or the user. Nothing was written; connect to the primary, or turn it off.",
        PostgresErrorCodes.QueryCanceled => "PostgreSQL gave up the statement: statement_timeout passed, or somebody cancelled it. Nothing was written; try again.",
        PostgresErrorCodes.LockNotAvailable => "Another transaction kept a stream that this append writes locked for longer than lock_timeout: a customer's, "
            + "or the tenant's own, which numbers its references. Nothing was written; end that transaction, then try again.",
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or UniqueViolation =>
            "Another transaction got in the way. Nothing was written; try again.",
        PostgresErrorCodes.InFailedSqlTransaction => "The transaction had failed before. Nothing was written; roll it back and begin a new one.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedColumn =>
            "The database does not have the tables of the ledger, or not all. Nothing was written; call EnsureSchemaAsync or run the script of PostgreSqlSchema.Script.",
        PostgresErrorCodes.InsufficientPrivilege => "The database user may not do this. Nothing was written; grant what the guide to PostgreSQL lists.",
        _ => $"PostgreSQL refused it with SQLSTATE {said.SqlState}. Nothing was written; the server's log says more.",
    };
}
