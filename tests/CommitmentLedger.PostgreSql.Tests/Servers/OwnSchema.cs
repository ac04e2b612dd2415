using CommitmentLedger.Storage;
using System.Collections.Concurrent;
using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A base for test classes: a schema of their own on the ordinary server, empty at the beginning of each test.</summary>
[Collection(nameof(OrdinaryServer))]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "IAsyncLifetime.DisposeAsync disposes them; xunit calls it.")]
public abstract class OwnSchema : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<Type, string> Schemas = new();

    private string? _server;
    private string? _reasonToSkip;
    private PostgreSqlLedgerStore? _store;

    protected OwnSchema() => Schema = Schemas.GetOrAdd(GetType(), _ => $"t_{Guid.NewGuid():N}"[..20]);

    /// <summary>The store under test; without a server the test that asks for it is skipped.</summary>
    private protected PostgreSqlLedgerStore Store
    {
        get
        {
            Skip.If(_reasonToSkip is not null, _reasonToSkip);
            return _store!;
        }
    }

    private protected string Schema { get; }

    private protected string Server => Store is not null ? _server! : throw new InvalidOperationException();

    private protected NpgsqlDataSource Raw { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        try
        {
            _server = await Servers.OrdinaryAsync();
        }
        catch (SkipException reason)
        {
            // Only a test can be skipped; what prepares it cannot.
            _reasonToSkip = reason.Message;
            return;
        }

        Raw = NpgsqlDataSource.Create(_server + ";Maximum Pool Size=30");
        _store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = _server, Schema = Schema });
        await _store.EnsureSchemaAsync();
        foreach (string table in (string[])["head", "entry", "commitment"]) await ExecuteAsync($"DELETE FROM {Schema}.{table}");
    }

    public virtual async Task DisposeAsync()
    {
        if (_server is null) return;
        await _store!.DisposeAsync();
        await Raw.DisposeAsync();
    }

    private protected PostgreSqlLedgerStore NewStore(string more = "", string? schema = null, bool ensuresSchema = true) =>
        new(new PostgreSqlLedgerOptions { ConnectionString = $"{Server};{more}", Schema = schema ?? Schema, EnsuresSchema = ensuresSchema });

    private protected async Task ExecuteAsync(string text)
    {
        await using NpgsqlCommand command = Raw.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }

    private protected async Task<T> ScalarAsync<T>(string text)
    {
        await using NpgsqlCommand command = Raw.CreateCommand(text);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Drops the schemas of a server that is not thrown away.</summary>
    internal static void Leave(string connectionString)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        foreach (string schema in Schemas.Values)
        {
            using NpgsqlCommand command = source.CreateCommand($"DROP SCHEMA IF EXISTS {schema} CASCADE");
            command.ExecuteNonQuery();
        }
    }
}
