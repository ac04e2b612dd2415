namespace CommitmentLedger.Sqlite;

/// <summary>Paths on which symbolic links stand, of folders or of the file itself.</summary>
internal static class LinkedPath
{
    /// <summary>More links than any system follows: those that lead in a circle.</summary>
    private const int MaxLinks = 64;

    /// <summary>Where an absolute path leads while the links on it are as they are now. What is not there leads to itself.</summary>
    public static string Resolve(string path)
    {
        string at = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>();
        Push(ahead, path[at.Length..]);
        for (int links = 0; ahead.TryPop(out string? part);)
        {
            string next = part == ".." ? Path.GetDirectoryName(at) ?? at : Path.Combine(at, part);
            if (links == MaxLinks || new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            links++;
            string root = Path.GetPathRoot(target)!;
            if (root.Length > 0) at = root;
            Push(ahead, target[root.Length..]);
        }

        return at;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        string[] parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts.Reverse())
        {
            if (part != ".") ahead.Push(part);
        }
    }
}
