using System.Text;

namespace CommitmentLedger.ICalendar;

/// <summary>Text values as the format escapes them.</summary>
internal static class FileText
{
    public static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) plain.Append(text[++i] is 'n' or 'N' ? ' ' : text[i]);
            else plain.Append(text[i]);
        }

        return plain.ToString();
    }

    /// <summary>A name as it is seen on one line: with plain spaces, and without control characters and marks that only steer its layout.</summary>
    public static string Seen(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            bool isBlank = character == ' ' || (char.IsWhiteSpace(character) && (char.IsControl(character) || character is '\u2028' or '\u2029'));
            if (!isBlank && !char.IsControl(character) && !IsMark(character)) seen.Append(character);
            else if (isBlank && (seen.Length == 0 || seen[^1] != ' ')) seen.Append(' ');
        }

        return seen.ToString().Trim();
    }

    /// <summary>A name without the characters that are seen between some letters and pictures only.</summary>
    public static string WithoutJoiners(string text) => string.Concat(text.Where(character => character is not ('\u200C' or '\u200D' or '\uFE0E' or '\uFE0F'))).Trim();

    private static bool IsMark(char character) =>
        character is '\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';
}
