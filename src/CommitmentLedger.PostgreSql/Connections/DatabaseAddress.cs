using System.Globalization;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Where a connection string leads.</summary>
/// <param name="Server">Host and port, as written: two names may lead to one server.</param>
/// <param name="Database">The database on it.</param>
internal sealed record DatabaseAddress(string Server, string Database)
{
    public static DatabaseAddress Of(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        string server = string.Create(CultureInfo.InvariantCulture, $"{text.Host}:{text.Port}");

        // Without a name, the server takes the user's for the database's.
        return new DatabaseAddress(server, text.Database ?? text.Username ?? string.Empty);
    }

    public override string ToString() => $"'{Database}' on {Server}";
}
