using System.Globalization;
using System.Text;

namespace CommitmentLedger;

/// <summary>Stored text as a part of a line that we write for people: it can neither begin a line nor turn the letters around it.</summary>
internal static class StoredText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>
    /// On one line: line breaks, tabs and other controls are spaces, of several spaces one is kept, and the characters that turn the
    /// direction of writing are left out. What is written from right to left is set apart, so that what stands beside it keeps its order.
    /// </summary>
    public static string OnOneLine(string stored)
    {
        if (Text.IsPlain(stored) && !stored.Contains("  ", StringComparison.Ordinal)) return stored.Trim();
        var text = new StringBuilder(stored.Length);
        bool isSpaced = true;
        foreach (char character in stored)
        {
            if (IsDirection(character)) continue;
            bool isBlank = char.IsWhiteSpace(character) || char.IsControl(character);
            if (!isBlank || !isSpaced) text.Append(isBlank && !IsSpace(character) ? ' ' : character);
            isSpaced = isBlank;
        }

        string line = text.ToString().TrimEnd();
        return line.Any(IsRightToLeft) ? $"{FirstStrongIsolate}{line}{PopIsolate}" : line;
    }

    /// <summary>The words of a text, parted by blanks, line breaks and controls.</summary>
    public static string[] Words(string text) =>
        new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Also one that keeps words together, such as that before a French colon.</summary>
    private static bool IsSpace(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator;

    private static bool IsDirection(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The blocks of Hebrew, Arabic and their neighbours; of those beyond the first plane, the leading half of the pair.</summary>
    private static bool IsRightToLeft(char character) => character is
        (>= '\u0590' and <= '\u08FF') or '\u200F' or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE')
        or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}
