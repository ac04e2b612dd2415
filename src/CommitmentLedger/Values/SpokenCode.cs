using System.Globalization;
using System.Text;

namespace CommitmentLedger;

/// <summary>How codes are compared that people read out, type and paste: booking numbers, telephone numbers, promise references.</summary>
internal static class SpokenCode
{
    private const int UsualLength = 200;
    private const int WideForms = 0xFEE0;
    private const int NumeroSign = 0x2116;

    /// <summary>Characters that people and programs put around an address.</summary>
    private static readonly char[] AroundAddresses = [.. "<>()[]\"'“”„‘’«»,;:."];

    /// <summary>The code in upper case, with plain letters, digits and spaces for wide ones and for the digits of other scripts.</summary>
    public static string Fold(string code)
    {
        bool isPlain = Text.IsPlain(code);
        return isPlain ? code.ToUpperInvariant() : Casing.Fold(string.Concat(NormalForm.Of(code).EnumerateRunes().Select(Plain)));
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
        string dense = WithoutLabel(Dense(folded));
        string dialled = string.Concat(dense.Where(IsDialled));
        if (!dialled.StartsWith('+') && !dialled.StartsWith("00", StringComparison.Ordinal)) return WithExtension(dialled);
        string withoutTrunk = string.Concat(dense.Replace("(0)", string.Empty, StringComparison.Ordinal).Replace("[0]", string.Empty, StringComparison.Ordinal).Where(IsDialled));
        if (withoutTrunk.StartsWith("00", StringComparison.Ordinal)) withoutTrunk = "+" + withoutTrunk[2..];
        withoutTrunk = "+" + withoutTrunk.TrimStart('+');
        return withoutTrunk is "+" ? string.Empty : WithExtension(withoutTrunk);
    }

    /// <summary>A folded address of electronic mail, in which dots and hyphens count but not which hyphen it is, nor what stands around it.</summary>
    public static string OfAddress(string folded)
    {
        string dense = string.Concat(Dense(folded).EnumerateRunes().Select(rune => IsDash(rune) ? new Rune('-') : rune)).Trim(AroundAddresses);
        return WithoutScheme(dense, "MAILTO:").Trim(AroundAddresses);
    }

    /// <summary>A number without what it is called: letters that end in a colon or a dot, and all that stands before a <c>+</c> without a digit in it.</summary>
    private static string WithoutLabel(string dense)
    {
        int plus = dense.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0 && !dense.AsSpan(0, plus).ContainsAnyInRange('0', '9')) return dense[plus..];
        int letters = dense.TakeWhile(char.IsLetter).Count();
        return letters > 0 && letters < dense.Length && dense[letters] is ':' or '.' ? dense[(letters + 1)..] : dense;
    }

    /// <summary>A number with its extension in one of the ways in which people write it.</summary>
    private static string WithExtension(string dialled)
    {
        int digits = dialled.Length - dialled.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        ReadOnlySpan<char> number = dialled.AsSpan(0, digits);
        foreach (string marker in (ReadOnlySpan<string>)["EXTENSION", "EXTN", "EXT", "X"])
        {
            if (digits < dialled.Length && number.EndsWith(marker, StringComparison.Ordinal) && number.Length > marker.Length && char.IsAsciiDigit(number[^(marker.Length + 1)]))
                return string.Concat(number[..^marker.Length], "EXT", dialled.AsSpan(digits));
        }

        return dialled;
    }

    private static string Dense(string folded) => folded.Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string WithoutScheme(string dense, params ReadOnlySpan<string> schemes)
    {
        foreach (string scheme in schemes)
        {
            if (dense.StartsWith(scheme, StringComparison.Ordinal)) return dense[scheme.Length..];
        }

        return dense;
    }

    private static bool IsDialled(char character) => char.IsLetterOrDigit(character) || character is '+' or '*' or '#';

    private static bool IsSeparator(Rune rune)
    {
        if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) return false;
        return rune.Value is '.' or ',' or ':' or '#' or '"' or '\'' or '/' or '\\' or '\u00B7' or '\u2022' or '\u2044' or '\u2215' or '\u3001' or '\u3002' or '\u060C'
            || IsDash(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
    }

    private static bool IsDash(Rune rune) => rune.Value is '\u2212' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation;

    private static string Plain(Rune rune)
    {
        if (Invisible.Is(rune.Value)) return string.Empty;
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (rune.Value == NumeroSign) return "No";
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) return Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture);
        return (rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - WideForms) : rune).ToString();
    }
}
