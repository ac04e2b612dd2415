using System.Data.Common;
using System.Diagnostics;
using CommitmentLedger.Conformance;
using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests.Conformance;

/// <summary>A schema that is emptied after each check, because making it costs more than most checks.</summary>
/// <param name="server">The server's connection string.</param>
/// <param name="schema">The schema; it is empty or not there.</param>
/// <param name="raw">Connections for what happens behind the store's back.</param>
/// <param name="countsRoundTrips">Whether the store speaks to the server through somebody who counts.</param>
internal sealed class PostgreSqlStoreUnderTest(string server, string schema, NpgsqlDataSource raw, bool countsRoundTrips) : StoreUnderTest
{
    private readonly Proxy? _proxy = countsRoundTrips ? new Proxy(new NpgsqlConnectionStringBuilder(server).Port) : null;
    private readonly List<NpgsqlConnection> _transacting = [];
    private bool _isHarmed;

    public override string Name => "PostgreSql";

    /// <summary>Whatever else writes in the cluster, such as the session of a killed child, holds the feed back until it ends.</summary>
    public override TimeSpan FeedLag => TimeSpan.FromSeconds(5);

    public override async ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken)
    {
        var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = Reached(), Schema = schema });

        // The first use prepares the schema; the hooks below need its tables even where a check has not used it yet.
        await store.LoadAsync(default, LoadScope.OpenOnly, cancellationToken);
        return store;
    }

    public override ProcessStartInfo StartCrashChild() =>
        new("dotnet", [typeof(PostgreSqlStoreUnderTest).Assembly.Location, "crash-child", server, schema]);

    public override async ValueTask<bool> TamperAsync(Tampering tampering, CancellationToken cancellationToken)
    {
        await ExecuteAsync(PostgreSqlTampering.Statement(schema, tampering));
        return true;
    }

    public override async ValueTask<bool> SabotageAsync(CancellationToken cancellationToken)
    {
        // This one guards what is kept. Without an index that only makes reading fast, the store's doctor finds no danger.
        _isHarmed = true;
        await ExecuteAsync($"DROP INDEX {schema}.entry_command");
        return true;
    }

    public override async ValueTask<bool> ForceAppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"INSERT INTO {schema}.head (stream, stream_id, wrapped_key, tenant, version, feed_tx, hash, record) VALUES ('{append.Stream}', '{append.Identity.Id}', '\\x{Convert.ToHexString(append.Identity.WrappedKey.Span)}', '{append.Tenant}', {append.ExpectedVersion}, 0, '', '')");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = server, Schema = schema });
        return (await store.AppendAsync([append], cancellationToken))[0] is AppendResult.Appended;
    }

    public override async ValueTask<DbTransaction?> BeginTransactionAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await raw.OpenConnectionAsync(cancellationToken);
        _transacting.Add(connection);
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var number = new NpgsqlCommand("SELECT pg_current_xact_id()::text", connection, transaction);
        await number.ExecuteScalarAsync(cancellationToken);
        return transaction;
    }

    public override long? CountRoundTrips(ILedgerStore store) => _proxy?.RoundTrips;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (NpgsqlConnection connection in _transacting) await connection.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
        await ExecuteAsync(_isHarmed ? $"DROP SCHEMA {schema} CASCADE" : $"TRUNCATE {schema}.head, {schema}.entry, {schema}.commitment");
    }

    private string Reached() => _proxy is null
        ? server
        : new NpgsqlConnectionStringBuilder(server) { Host = "127.0.0.1", Port = _proxy.Port, SslMode = SslMode.Disable }.ConnectionString;

    private async Task ExecuteAsync(string text)
    {
        await using NpgsqlCommand command = raw.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }
}
