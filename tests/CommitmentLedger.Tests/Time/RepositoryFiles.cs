namespace CommitmentLedger.Tests.Time;

/// <summary>Reads files of the repository, from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Read(string path)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CommitmentLedger.sln"))) folder = Path.GetDirectoryName(folder);
        return File.ReadAllText(Path.Combine(folder!, path)).ReplaceLineEndings("\n");
    }
}
