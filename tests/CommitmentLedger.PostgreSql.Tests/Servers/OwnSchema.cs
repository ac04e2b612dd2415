using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A base for test classes: a schema of their own on the ordinary server, made for each test and dropped with it.</summary>
[Collection(nameof(OrdinaryServer))]
public abstract class OwnSchema : IAsyncLifetime
{
    private string? _server;
    private string? _reasonToSkip;
    private PostgreSqlLedgerStore? _store;

    /// <summary>The store under test; without a server the test that asks for it is skipped.</summary>
    private protected PostgreSqlLedgerStore Store
    {
        get
        {
            Skip.If(_reasonToSkip is not null, _reasonToSkip);
            return _store!;
        }
    }

    private protected string Schema { get; } = $"t_{Guid.NewGuid():N}"[..20];

    private protected string Server => _server!;

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

        Raw = NpgsqlDataSource.Create(Server + ";Pooling=true;Maximum Pool Size=30");
        _store = NewStore();
    }

    public virtual async Task DisposeAsync()
    {
        if (_server is null) return;
        await _store!.DisposeAsync();
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
        await Raw.DisposeAsync();
    }

    private protected PostgreSqlLedgerStore NewStore(string more = "", bool ensuresSchema = true) =>
        new(new PostgreSqlLedgerOptions { ConnectionString = $"{Server};{more}", Schema = Schema, EnsuresSchema = ensuresSchema });

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
}
