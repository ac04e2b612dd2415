using System.Globalization;
using System.Text;

namespace CommitmentLedger;

/// <summary>The rule for characters that cannot be seen in a name: they stay where the name would be another one to the eye without them.</summary>
/// <remarks>
/// It follows the joiner rules of UAX #31 and RFC 5892 and the emoji sequences of UTS #51. The two joiners stay between letters of a
/// cursive script and beside the vowel killer of an Indic one; a joiner, the presentation selectors and the three regional flags stay in
/// emoji. What one script alone has stays within it, as the tables say: selectors of glyphs after Han and Mongolian letters, blanks of
/// braille and Khitan, the controls of hieroglyphs, of notes and of shorthand. A joiner or a selector that asks for what is shown anyhow is
/// dropped, a selector that an emoji sequence lacks is added. Everywhere else an invisible character makes two names of one, and is refused.
/// </remarks>
internal static class Invisible
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int AsText = 0xFE0E;
    private const int AsPicture = 0xFE0F;
    private const int Keycap = 0x20E3;
    private const int BlackFlag = 0x1F3F4;

    /// <summary>The regional flags that there are, as they are spelled in tags.</summary>
    private static readonly string[] Flags = ["gbeng", "gbsct", "gbwls"];

    /// <summary>
    /// Whether nothing is shown for a character by itself: default-ignorable ones, format controls but for those that are seen before a
    /// number, those whose glyph is blank, and what is no character. Spaces are none of them.
    /// </summary>
    public static bool Is(int point) => UnicodeTables.IsUnseen(point) || point is >= 0xFDD0 and <= 0xFDEF || (point & 0xFFFE) == 0xFFFE;

    /// <summary>Gives the name with the invisible characters that it needs, or null when it has others.</summary>
    public static string? Settle(string name)
    {
        int[] points = [.. name.EnumerateRunes().Select(rune => rune.Value)];
        if (!points.Any(Is)) return name;
        var settled = new List<int>(points.Length + 4);
        for (int place = 0; place < points.Length; place++)
        {
            int point = points[place];
            if (point == BlackFlag && TagsAfter(points, place) is > 0 and int tags)
            {
                settled.AddRange(points.AsSpan(place, tags + 1));
                place += tags;
            }
            else if (!Is(point))
            {
                settled.Add(point);
                bool endsSequence = settled is [.., Joiner, _] && IsPlainPicture(point) && !IsDressed(points, place + 1);
                if (endsSequence && IsLinked(settled, settled.Count - 2)) settled.Add(AsPicture);
            }
            else if (point == Joiner && IsLink(settled, points, place))
            {
                if (IsPlainPicture(settled[^1])) settled.Add(AsPicture);
                settled.Add(Joiner);
            }
            else if (IsNeeded(settled, points, place))
            {
                settled.Add(point);
            }
            else if (!IsRedundant(settled, point))
            {
                return null;
            }
        }

        return NormalForm.Print(settled);
    }

    /// <summary>Whether the character makes a difference to the eye where it stands.</summary>
    private static bool IsNeeded(List<int> before, int[] points, int place)
    {
        int point = points[place];
        int last = before.Count > 0 ? before[^1] : 0;
        int next = place + 1 < points.Length ? points[place + 1] : 0;
        bool joinsBefore = UnicodeTables.JoinsNext(Neighbour(before, before.Count - 1, -1));
        bool joinsAfter = UnicodeTables.JoinsPrevious(Neighbour(points, place + 1, 1));
        return point switch
        {
            NonJoiner => (joinsBefore && joinsAfter) || (IsVirama(last) && IsLetter(next)),
            Joiner => joinsBefore != joinsAfter || IsVirama(last) || (IsVirama(next) && IsLetter(last)),
            AsText => UnicodeTables.IsColoured(last),
            AsPicture => IsPlainPicture(last) || (last is '#' or '*' or (>= '0' and <= '9') && next == Keycap),
            _ => UnicodeTables.IsAtHome(point, last, next),
        };
    }

    /// <summary>Whether it asks for what is shown anyhow, and stands where people type it.</summary>
    private static bool IsRedundant(List<int> before, int point) => before.Count > 0 && point switch
    {
        AsText => IsPlainPicture(before[^1]),
        AsPicture => UnicodeTables.IsColoured(before[^1]),
        NonJoiner or Joiner => before[^1] is NonJoiner or Joiner || UsesJoiners(before[^1]),
        _ => false,
    };

    /// <summary>Whether a character is of the scripts from Arabic to Myanmar, from Khmer to Mongolian, or from Limbu to the Vedic signs.</summary>
    private static bool UsesJoiners(int point) => point is (>= 0x0600 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0x1900 and <= 0x1CFF);

    /// <summary>Whether a joiner makes one picture of two.</summary>
    private static bool IsLink(List<int> before, int[] points, int place) =>
        place + 1 < points.Length && UnicodeTables.IsPicture(points[place + 1]) && IsPictureBefore(before, before.Count);

    private static bool IsLinked(List<int> points, int joiner) => IsPictureBefore(points, joiner);

    private static bool IsPictureBefore(List<int> points, int end)
    {
        int last = end - 1;
        while (last > 0 && (points[last] == AsPicture || IsSkinTone(points[last]))) last--;
        return last >= 0 && UnicodeTables.IsPicture(points[last]);
    }

    private static bool IsDressed(int[] points, int place) =>
        place < points.Length && (points[place] is AsPicture or AsText || IsSkinTone(points[place]));

    private static bool IsPlainPicture(int point) => UnicodeTables.IsPicture(point) && !UnicodeTables.IsColoured(point);

    private static bool IsSkinTone(int point) => point is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsVirama(int point) => UnicodeTables.ClassOf(point) == UnicodeTables.Virama;

    private static bool IsLetter(int point) => point > 0 && Rune.IsLetter(new Rune(point));

    /// <summary>The next character in a direction that is no mark on another one; 0 at the end.</summary>
    private static int Neighbour(IReadOnlyList<int> points, int place, int step)
    {
        while (place >= 0 && place < points.Count && IsMark(points[place])) place += step;
        return place >= 0 && place < points.Count ? points[place] : 0;
    }

    private static bool IsMark(int point) =>
        Rune.GetUnicodeCategory(new Rune(point)) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>How many characters after a black flag say which regional flag it is; 0 when they say none.</summary>
    private static int TagsAfter(int[] points, int flag)
    {
        const int Tags = 0xE0000;
        const int End = 0xE007F;
        foreach (string name in Flags)
        {
            int[] spelled = [.. name.Select(letter => Tags + letter), End];
            if (points.AsSpan(flag + 1).StartsWith(spelled)) return spelled.Length;
        }

        return 0;
    }
}
