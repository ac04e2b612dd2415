using System.Buffers;
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
    private static readonly char[] AroundAddresses = [.. "<>()[]\"'“”„‘’«»,;:.!?¡¿…"];

    /// <summary>Other punctuation that is a part of what it stands in, and not beside it.</summary>
    private static readonly SearchValues<char> TellingPunctuation = SearchValues.Create("@%&*§¶†‡‰‱");

    /// <summary>Symbols that people type for a hyphen, a bar or a quotation mark.</summary>
    private static readonly SearchValues<char> SeparatingSymbols = SearchValues.Create("|¦~`´˗➖");

    /// <summary>The code in upper case, with plain letters, digits and spaces for wide ones and for the digits of other scripts.</summary>
    public static string Fold(string code)
    {
        bool isPlain = Text.IsPlain(code);
        return isPlain ? code.ToUpperInvariant() : Casing.Fold(string.Concat(NormalForm.Of(code).EnumerateRunes().Select(Plain)));
    }

    /// <summary>The code in upper case without what people put between its parts.</summary>
    public static string Condense(string code) => Condense(code, keepsGroups: false);

    /// <summary>The same with one hyphen for whatever stands between two digits, where <c>12-3</c> is another thing than <c>1-23</c>.</summary>
    public static string CondenseGroups(string code) => Condense(code, keepsGroups: true);

    /// <summary>The words of a code in upper case, each without what people put between its parts: what it is called, and its groups.</summary>
    public static string[] WordsOf(string code) => [.. Fold(code).Split([' ', '.', ':', '#', '='], StringSplitOptions.RemoveEmptyEntries).Select(Condense)];

    private static string Condense(string code, bool keepsGroups)
    {
        string folded = Fold(code);
        Span<char> condensed = folded.Length <= UsualLength ? stackalloc char[UsualLength] : new char[folded.Length];
        int length = 0;
        bool isApart = false;
        foreach (Rune rune in folded.EnumerateRunes())
        {
            if (IsSeparator(rune))
            {
                isApart = keepsGroups;
                continue;
            }

            bool isBetweenDigits = isApart && IsDigit(rune) && length > 0 && char.IsAsciiDigit(condensed[length - 1]);
            if (isBetweenDigits) condensed[length++] = '-';
            length += rune.EncodeToUtf16(condensed[length..]);
            isApart = false;
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

    /// <summary>
    /// A folded address of electronic mail, in which dots and hyphens count but not which hyphen it is, nor what stands around it: a name
    /// before an address in angle brackets, what it is called before a colon, and what a link says behind it.
    /// </summary>
    public static string OfAddress(string folded)
    {
        string dense = string.Concat(Dense(folded).EnumerateRunes().Select(rune => IsDash(rune) ? new Rune('-') : rune));
        int opens = dense.LastIndexOf('<'), closes = dense.LastIndexOf('>');
        if (opens >= 0 && closes > opens && dense.AsSpan(opens, closes - opens).Contains('@')) dense = dense[(opens + 1)..closes];
        dense = dense.Trim(AroundAddresses);
        int label = dense.IndexOf(':', StringComparison.Ordinal);
        if (label > 0 && dense.AsSpan(0, label).IndexOfAnyExceptInRange('A', 'Z') is var other && (other < 0 || dense[..label].All(one => char.IsLetter(one) || one == '-')))
            dense = dense[(label + 1)..];
        int query = dense.IndexOf('?', Math.Max(dense.IndexOf('@', StringComparison.Ordinal), 0));
        return (query > 0 && dense.Contains('@', StringComparison.Ordinal) ? dense[..query] : dense).Trim(AroundAddresses);
    }

    /// <summary>
    /// A number without what it is called: letters that end in a colon or a dot, or before the nought that a number begins with, and all
    /// that stands before a <c>+</c> without a digit in it.
    /// </summary>
    private static string WithoutLabel(string dense)
    {
        int plus = dense.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0 && !dense.AsSpan(0, plus).ContainsAnyInRange('0', '9')) return dense[plus..];
        int letters = dense.TakeWhile(char.IsLetter).Count();
        if (letters == 0 || letters == dense.Length) return dense;
        ReadOnlySpan<char> number = dense.AsSpan(letters);
        if (number[0] is ':' or '.') return dense[(letters + 1)..];
        return letters > 1 && number.TrimStart("([").StartsWith('0') ? dense[letters..] : dense;
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

    private static bool IsDialled(char character) => char.IsLetterOrDigit(character) || character is '+' or '*' or '#';

    private static bool IsSeparator(Rune rune)
    {
        if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) return false;
        bool isSign = rune.IsBmp && TellingPunctuation.Contains((char)rune.Value);
        return !isSign && (rune.IsBmp && SeparatingSymbols.Contains((char)rune.Value)
            || rune.Value is '\u2044'
            || IsDash(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation);
    }

    private static bool IsDigit(Rune rune) => rune.IsAscii && char.IsAsciiDigit((char)rune.Value);

    private static bool IsDash(Rune rune) => rune.Value is '\u2212' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation;

    /// <summary>Letters for which a Persian keyboard has another code than an Arabic one; the line that only stretches a word; the small <c>@</c>.</summary>
    private static string? SameLetter(int code) => code switch
    {
        0x06CC => "\u064A",
        0x06A9 => "\u0643",
        0x0640 => string.Empty,
        0xFE6B => "@",
        _ => null,
    };

    private static string Plain(Rune rune)
    {
        if (Invisible.Is(rune.Value)) return string.Empty;
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (rune.Value == NumeroSign) return "No ";
        if (SameLetter(rune.Value) is { } letter) return letter;
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) return Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture);
        return (rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - WideForms) : rune).ToString();
    }
}
