using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests.Scenarios;

/// <summary>Reads from the sources of the tests which test proves what: they are there on a clean checkout, whatever is built first.</summary>
internal static partial class ProofScan
{
    [GeneratedRegex(@"\bProves\(""(?<scenario>[^""]*)""(?:, '(?<letter>.)')+\)")]
    private static partial Regex Proves();

    [GeneratedRegex(@"\b(?:Skippable)?(?:Fact|Theory)\b")]
    private static partial Regex Test();

    [GeneratedRegex(@"^(?:public|internal) (?:\w+ )*class (?<name>\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s+(?:public|private|internal) [^=;]*?\b(?<name>\w+)\(")]
    private static partial Regex Method();

    public static IReadOnlyList<Proof> All() => [.. Repo.Files("tests", ".cs").SelectMany(path => Of(Repo.Read(path)))];

    /// <exception cref="FormatException">An attribute is written in a way that is not read, or stands on no method.</exception>
    public static IEnumerable<Proof> Of(string source)
    {
        string type = string.Empty;
        var attributes = new List<string>();
        foreach (string line in source.Split('\n').Append(string.Empty))
        {
            if (Class().Match(line) is { Success: true } declared) type = declared.Groups["name"].Value;
            if (IsAttribute(line))
            {
                attributes.Add(line);
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                foreach (Proof proof in Of(attributes, $"{type}.{method.Groups["name"].Value}")) yield return proof;
                attributes.Clear();
            }
            else if (line.Length == 0)
            {
                if (attributes.FirstOrDefault(Proves().IsMatch) is { } lost) throw new FormatException($"This stands on no method: {lost.Trim()}");
                attributes.Clear();
            }
        }
    }

    private static bool IsAttribute(string line)
    {
        if (!line.TrimStart().StartsWith('[')) return false;
        if (line.Contains("Proves(", StringComparison.Ordinal) && !Proves().IsMatch(line))
            throw new FormatException($"Write [Proves(\"LAB-03\", 'b')] on one line: {line.Trim()}");
        return true;
    }

    private static IEnumerable<Proof> Of(List<string> attributes, string test) =>
        from match in attributes.SelectMany(line => Proves().Matches(line))
        from letter in match.Groups["letter"].Captures
        select new Proof(match.Groups["scenario"].Value, letter.Value[0], test, attributes.Any(Test().IsMatch));
}
