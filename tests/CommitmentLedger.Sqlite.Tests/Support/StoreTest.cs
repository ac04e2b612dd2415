using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>A test with a store on a real file.</summary>
public abstract class StoreTest : IDisposable
{
    private readonly TempFolder _folder = new();

    protected StoreTest() => Store = new SqliteLedgerStore(File);

    protected string Folder => _folder.Path;

    protected string File => _folder.File();

    protected SqliteLedgerStore Store { get; }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected SqliteLedgerStore OpenAnother(Action<SqliteLedgerOptions>? configure = null)
    {
        var options = new SqliteLedgerOptions { Path = File };
        configure?.Invoke(options);
        return new SqliteLedgerStore(options);
    }

    protected async Task<AppendResult> AppendAsync(StreamAppend append) => (await Store.AppendAsync([append], default))[0];
}
