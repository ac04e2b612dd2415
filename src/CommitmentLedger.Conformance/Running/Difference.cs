using System.Globalization;

namespace CommitmentLedger.Conformance;

/// <summary>Where two lists of lines part, so that nobody has to compare long lines by eye.</summary>
internal static class Difference
{
    /// <summary>The first difference in words; null when there is none.</summary>
    public static string? First(string[] expected, string[] actual)
    {
        int place = 0;
        while (place < expected.Length && place < actual.Length && string.Equals(expected[place], actual[place], StringComparison.Ordinal)) place++;
        if (place == expected.Length && place == actual.Length) return null;
        (string left, string right) = (At(expected, place), At(actual, place));
        return string.Create(CultureInfo.InvariantCulture, $"first difference at element {place + 1}: expected {left}, came {right}{Parting(left, right)}");
    }

    private static string At(string[] lines, int place) => place < lines.Length ? $"'{lines[place]}'" : "nothing";

    /// <summary>The first words that differ, where the lines begin alike.</summary>
    private static string Parting(string left, string right)
    {
        int same = 0;
        while (same < left.Length && same < right.Length && left[same] == right[same]) same++;
        int word = same == 0 || same >= left.Length ? 0 : left.LastIndexOf(' ', same - 1) + 1;
        (string leftWord, string rightWord) = (Word(left, word), Word(right, word));
        return word == 0 || leftWord == rightWord ? string.Empty : $" (they part at '{leftWord}' and '{rightWord}')";
    }

    private static string Word(string line, int start) => line[start..].Split(' ', count: 2)[0].TrimEnd('\'');
}
