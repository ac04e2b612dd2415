namespace CommitmentLedger;

/// <summary>The limits on text that comes from outside: its length, no control characters, whole Unicode characters.</summary>
internal static class BoundedText
{
    public const int LongestName = 100;
    public const int LongestSaying = 500;

    /// <summary>What is wrong with the text, as the end of a sentence that begins with its name; null when nothing is.</summary>
    public static string? Problem(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) return "is empty. Give a text.";
        if (text.Length > longest) return $"has {text.Length} characters. Give at most {longest}.";
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i])) return "contains a control character. Give one line of plain text.";
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return "is not valid Unicode. Give whole characters.";
            i++;
        }

        return null;
    }

    public static string Require(string? text, int longest, string field) =>
        Problem(text, longest) is { } problem ? throw new ArgumentException($"The {field} {problem}", field) : text!;
}
