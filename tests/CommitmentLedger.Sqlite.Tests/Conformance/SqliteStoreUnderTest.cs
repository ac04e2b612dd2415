using System.Data.Common;
using System.Diagnostics;
using CommitmentLedger.Conformance;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using Microsoft.Data.Sqlite;

namespace CommitmentLedger.Sqlite.Tests.Conformance;

/// <summary>A file in a folder of its own for one check, with the default options.</summary>
internal sealed class SqliteStoreUnderTest : StoreUnderTest
{
    private readonly TempFolder _folder = new();
    private readonly List<SqliteConnection> _transacting = [];

    public override string Name => "Sqlite";

    public override async ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken)
    {
        var store = new SqliteLedgerStore(_folder.File());

        // The file is opened at the first use; the hooks below need its tables even where a check has not used it yet.
        await store.LoadAsync(default, LoadScope.OpenOnly, cancellationToken);
        return store;
    }

    public override ProcessStartInfo StartCrashChild() =>
        new("dotnet", [typeof(SqliteStoreUnderTest).Assembly.Location, "crash-child", _folder.File()]);

    public override ValueTask<bool> TamperAsync(Tampering tampering, CancellationToken cancellationToken)
    {
        SqliteTampering.Do(_folder.File(), tampering);
        return ValueTask.FromResult(true);
    }

    public override ValueTask<bool> SabotageAsync(CancellationToken cancellationToken)
    {
        // This one guards what is kept. Without an index that only makes reading fast, the store's doctor finds no danger.
        ForeignTransaction.Execute(_folder.File(), "DROP INDEX ledger_entries_by_version");
        return ValueTask.FromResult(true);
    }

    public override ValueTask<bool?> FindsBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(_folder.File())!;
        return ValueTask.FromResult<bool?>(Directory.EnumerateFiles(folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes.Span) >= 0));
    }

    public override async ValueTask<bool> ForceAppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        ForeignTransaction.Execute(
            _folder.File(),
            $"INSERT INTO ledger_streams (stream, stream_id, wrapped_key, tenant, version, head, record) VALUES (x'{append.Stream}', x'{append.Identity.Id}', x'{Convert.ToHexString(append.Identity.WrappedKey.Span)}', x'{append.Tenant}', {append.ExpectedVersion}, zeroblob({Digest.Length}), x'')");
        await using var store = new SqliteLedgerStore(_folder.File());
        return (await store.AppendAsync([append], cancellationToken))[0] is AppendResult.Appended;
    }

    public override async ValueTask<DbTransaction?> BeginTransactionAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={_folder.File()};Pooling=False");
        _transacting.Add(connection);
        await connection.OpenAsync(cancellationToken);
        return await connection.BeginTransactionAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (SqliteConnection connection in _transacting) await connection.DisposeAsync();
        _folder.Dispose();
    }
}
