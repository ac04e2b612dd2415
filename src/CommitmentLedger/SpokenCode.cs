using System.Globalization;
using System.Text;

namespace CommitmentLedger;

/// <summary>How codes are compared that people read out, type and paste: booking numbers, telephone numbers, promise references.</summary>
internal static class SpokenCode
{
    private const int UsualLength = 200;
    private const int WideForms = 0xFEE0;

    /// <summary>The code in upper case, with plain letters, digits and spaces for wide ones and for the digits of other scripts.</summary>
    public static string Fold(string code)
    {
        bool isPlain = Text.IsPlain(code);
        return isPlain ? code.ToUpperInvariant() : string.Concat(NormalForm.Of(code).EnumerateRunes().Select(Fold));
    }

    /// <summary>The code in upper case without what people put between its parts.</summary>
    public static string Condense(string code)
    {
        string folded = Fold(code);
        Span<char> condensed = folded.Length <= UsualLength ? stackalloc char[UsualLength] : new char[folded.Length];
        int length = 0;
        foreach (Rune rune in folded.EnumerateRunes())
        {
            if (!IsSeparator(rune)) length += rune.EncodeToUtf16(condensed[length..]);
        }

        return condensed[..length].ToString();
    }

    /// <summary>A folded telephone number as it is dialled.</summary>
    public static string OfPhone(string folded)
    {
        string dense = string.Concat(folded.Where(character => character is not ' '));
        string dialled = string.Concat(dense.Where(IsDialled));
        if (!dialled.StartsWith('+') && !dialled.StartsWith("00", StringComparison.Ordinal)) return dialled;
        string withoutTrunk = string.Concat(dense.Replace("(0)", string.Empty, StringComparison.Ordinal).Replace("[0]", string.Empty, StringComparison.Ordinal).Where(IsDialled));
        if (withoutTrunk.StartsWith("00", StringComparison.Ordinal)) withoutTrunk = "+" + withoutTrunk[2..];
        return withoutTrunk is "+" ? string.Empty : withoutTrunk;
    }

    private static bool IsDialled(char character) => char.IsLetterOrDigit(character) || character is '+' or '*' or '#';

    private static bool IsSeparator(Rune rune)
    {
        if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) return false;
        return rune.Value is '.' or '/' or '\\' or '\u00B7' or '\u2022' or '\u2044' or '\u2212' or '\u2215' or '\u3002'
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation;
    }

    private static string Fold(Rune rune)
    {
        if (Invisible.Is(rune.Value)) return string.Empty;
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) return Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture);
        if (rune.Value is >= 0xFF01 and <= 0xFF5E) rune = new Rune(rune.Value - WideForms);
        if (rune.IsAscii) return Rune.ToUpperInvariant(rune).ToString();
        return rune.Value is 0x00DF or 0x1E9E ? "SS" : new Rune(UnicodeTables.CapitalOf(rune.Value)).ToString();
    }
}
