namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ledger-sqlite-").FullName;

    public string File(string name = "ledger.db") => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // A connection that closes late removes its own files while the folder is being emptied; then the rest is left to another try.
        for (int tries = 1; Directory.Exists(Path); tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (tries < 10)
            {
                Thread.Yield();
            }
        }
    }
}
