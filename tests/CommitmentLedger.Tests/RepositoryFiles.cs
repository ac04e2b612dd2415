namespace CommitmentLedger.Tests;

/// <summary>Files of the repository, from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    private static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "CommitmentLedger.sln"))) folder = Path.GetDirectoryName(folder);
            return folder ?? throw new InvalidOperationException("The tests do not run below the repository.");
        }
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Writes a file and gives its full path.</summary>
    public static string Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        File.WriteAllText(full, text);
        return full;
    }
}
