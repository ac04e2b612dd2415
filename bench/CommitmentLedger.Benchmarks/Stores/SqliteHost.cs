using SQLitePCL;

namespace CommitmentLedger.Benchmarks;

/// <summary>Stores in files of one folder.</summary>
internal sealed class SqliteHost(string folder) : StoreHost
{
    public override StoreKind Kind => StoreKind.Sqlite;

    public override Task<string> DescribeAsync()
    {
        Batteries_V2.Init();
        return Task.FromResult($"SQLite {raw.sqlite3_libversion().utf8_to_string()}, journal_mode = WAL, synchronous = FULL");
    }

    public override Task<BenchStore> OpenAsync(string name) => Task.FromResult<BenchStore>(new SqliteBenchStore(FileOf(name)));

    public override Task RemoveAsync(string name)
    {
        foreach (string ending in (string[])["", "-wal", "-shm"]) File.Delete(FileOf(name) + ending);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string FileOf(string name) => Path.Combine(folder, name + ".db");
}
