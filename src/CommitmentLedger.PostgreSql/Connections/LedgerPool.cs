using System.Runtime.CompilerServices;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>The store's own pool, tuned for the few statements of the ledger. What the connection string says goes before it.</summary>
internal static class LedgerPool
{
    private const int MaxConnections = 8;

    // A plan made once for every key is as good as one made for each, and planning takes longer than reading. So would compiling.
    private const string Settings = "SET plan_cache_mode = force_generic_plan; SET jit = off";

    /// <summary>Whether the text leaves it to the store how statements are prepared; with <c>Max Auto Prepare</c>, 0 included, its writer decides.</summary>
    public static bool MayPrepare(string connectionString) =>
        !new NpgsqlConnectionStringBuilder(connectionString).Keys.Cast<string>().Contains("Max Auto Prepare", StringComparer.Ordinal);

    public static NpgsqlDataSource Create(string connectionString)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString);
        NpgsqlConnectionStringBuilder text = source.ConnectionStringBuilder;
        HashSet<string> said = [.. text.Keys.Cast<string>()];
        if (!said.Contains("Maximum Pool Size")) text.MaxPoolSize = MaxConnections;
        if (!said.Contains("No Reset On Close")) text.NoResetOnClose = true;
        if (!said.Contains("Application Name")) text.ApplicationName = "CommitmentLedger";

        source.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Settings, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                var command = new NpgsqlCommand(Settings, connection);
                await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            });
        return source.Build();
    }
}
