using System.Text;

namespace CommitmentLedger;

/// <summary>Normal form C of Unicode (UAX #15): the same on every host, with or without culture data.</summary>
internal static class NormalForm
{
    /// <summary>The characters before the first that combines or is taken apart and put together differently.</summary>
    private const char LastOfItself = '\u02FF';

    // Korean syllables are taken apart and put together by arithmetic.
    private const int Syllables = 0xAC00;
    private const int Leading = 0x1100;
    private const int Vowels = 0x1161;
    private const int Trailing = 0x11A7;
    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;

    /// <summary>Gives well-formed text in normal form C; the same object when it is in it already.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', LastOfItself)) return text;
        var points = new List<int>(2 * text.Length);
        foreach (Rune rune in text.EnumerateRunes()) TakeApart(rune.Value, points);
        PutInOrder(points);
        PutTogether(points);
        string normal = Print(points);
        return string.Equals(normal, text, StringComparison.Ordinal) ? text : normal;
    }

    public static string Print(List<int> points)
    {
        var text = new StringBuilder(points.Count + 8);
        Span<char> units = stackalloc char[2];
        foreach (int point in points) text.Append(units[..new Rune(point).EncodeToUtf16(units)]);
        return text.ToString();
    }

    private static void TakeApart(int point, List<int> points)
    {
        int syllable = point - Syllables;
        if (syllable is >= 0 and < LeadingCount * VowelCount * TrailingCount)
        {
            points.Add(Leading + (syllable / (VowelCount * TrailingCount)));
            points.Add(Vowels + (syllable / TrailingCount % VowelCount));
            if (syllable % TrailingCount > 0) points.Add(Trailing + (syllable % TrailingCount));
        }
        else if (UnicodeTables.TryTakeApart(point, out (int First, int Second) parts))
        {
            TakeApart(parts.First, points);
            if (parts.Second > 0) TakeApart(parts.Second, points);
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Marks that do not touch each other stand in the order of their classes; marks of one class keep theirs.</summary>
    private static void PutInOrder(List<int> points)
    {
        for (int place = 1; place < points.Count; place++)
        {
            int point = points[place];
            int order = UnicodeTables.ClassOf(point);
            int to = place;
            for (; order > 0 && to > 0 && UnicodeTables.ClassOf(points[to - 1]) > order; to--) points[to] = points[to - 1];
            points[to] = point;
        }
    }

    private static void PutTogether(List<int> points)
    {
        int kept = 0;
        int starter = -1;
        int between = -1;
        foreach (int point in points.ToArray())
        {
            int order = UnicodeTables.ClassOf(point);
            if (starter >= 0 && between < order && Whole(points[starter], point) is { } whole)
            {
                points[starter] = whole;
                continue;
            }

            (starter, between) = order == 0 ? (kept, -1) : (starter, order);
            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int? Whole(int first, int second)
    {
        int leading = first - Leading;
        int vowel = second - Vowels;
        if (leading is >= 0 and < LeadingCount && vowel is >= 0 and < VowelCount) return Syllables + (((leading * VowelCount) + vowel) * TrailingCount);
        int syllable = first - Syllables;
        int trailing = second - Trailing;
        bool isOpen = syllable is >= 0 and < LeadingCount * VowelCount * TrailingCount && syllable % TrailingCount == 0;
        if (isOpen && trailing is > 0 and < TrailingCount) return first + trailing;
        return UnicodeTables.TryPutTogether(first, second, out int whole) ? whole : null;
    }
}
