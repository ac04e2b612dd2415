using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CommitmentLedger;

/// <summary>The one place where text from outside is bounded, checked and made equal where it looks equal.</summary>
/// <remarks>
/// <para>
/// Names (of teams, customers, terms, preconditions, channels …) are in normal form C; a space that looks like a plain one is a plain one;
/// invisible characters stay only where <see cref="Invisible"/> says that they are seen. Then they are compared by code points. Letters of
/// different scripts that look alike stay different.
/// </para>
/// <para>Words that were said are kept as they are.</para>
/// </remarks>
internal static class Text
{
    private const int MaxNameLength = 60;

    /// <summary>The most characters that become one in normal form C.</summary>
    private const int MaxShrinking = 4;

    private static readonly SearchValues<char> Plain = SearchValues.Create(string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)));

    private const string ControlCharacters = "has control characters; remove them.";
    private const string Empty = "is empty; give at least one visible character.";

    /// <summary>Gives a name in its normal form, or throws saying what is wrong with it.</summary>
    /// <exception cref="ArgumentException">The value is not usable; the message never repeats it.</exception>
    public static string Identifier(string? value, int maxLength, string what, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        ReadIdentifier(value, maxLength, out string read) is { } problem ? throw new ArgumentException($"{what} {problem}", name) : read;

    /// <summary>Gives the name of something within a promise (a term, precondition, choice or option) in its normal form, or throws saying what is wrong with it.</summary>
    /// <exception cref="ArgumentException">The value is not usable; the message never repeats it.</exception>
    public static string Name(string? value, string what, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Identifier(value, MaxNameLength, what, name);

    /// <summary>Gives free text as it is, or throws saying what is wrong with it.</summary>
    /// <exception cref="ArgumentException">The value is not usable; the message never repeats it.</exception>
    public static string Prose(string? value, int maxLength, string what, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        ProseProblem(value, maxLength) is { } problem ? throw new ArgumentException($"{what} {problem}", name) : value!;

    /// <summary>Says what keeps the value from being a name, or null when nothing does.</summary>
    public static string? IdentifierProblem(string? value, int maxLength) => ReadIdentifier(value, maxLength, out _);

    /// <summary>Says what keeps the value from being recorded as words, or null when nothing does. Line breaks and tabs are welcome.</summary>
    public static string? ProseProblem(string? value, int maxLength)
    {
        if (Problem(value, maxLength) is { } problem) return problem;
        foreach (char character in value!)
        {
            if (IsControl(character) && character is not ('\n' or '\r' or '\t')) return ControlCharacters;
        }

        return IsBlank(value) ? Empty : null;
    }

    /// <summary>Whether it is all printable ASCII, as most is, so that nothing has to be made equal.</summary>
    public static bool IsPlain(string value) => !value.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>Whether a name that somebody gives is one that is kept: read as names are, in upper or lower case.</summary>
    public static bool IsSameName(string kept, string? given) =>
        given is not null && IsWellFormed(given) && Casing.Comparer.Equals(Settle(kept) ?? kept, Settle(given) ?? given);

    /// <summary>Gives a code that people type or paste without what they do not see: tabs, line breaks and invisible characters.</summary>
    public static string? WithoutUnseen(string? value)
    {
        if (value is null || IsPlain(value)) return value?.Trim();
        if (value.Length > Words.MaxLength || !IsWellFormed(value)) return value;
        var seen = new StringBuilder(value.Length);
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (!Invisible.Is(rune.Value)) seen.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return seen.ToString().Trim();
    }

    /// <summary>The beginning of a text, with an ellipsis where something was left out.</summary>
    public static string Shortened(string value, int maxLength)
    {
        if (value.Length <= maxLength) return value;
        int length = char.IsHighSurrogate(value[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return $"{value[..length]}…";
    }

    /// <summary>Catches the <c>default</c> of a value type at its first use.</summary>
    public static string Given(string? value, string type) =>
        value ?? throw new InvalidOperationException($"This {type} was never given a value; make one with {type}.Of or {type}.Parse.");

    private static string? ReadIdentifier(string? value, int maxLength, out string read)
    {
        read = string.Empty;
        string? problem = value?.Length > MaxShrinking * maxLength ? TooLong(value.Length, maxLength) : Problem(value, int.MaxValue);
        if (value is null || problem is not null) return problem;
        read = value;
        if (!IsPlain(value))
        {
            if (value.Any(IsControl)) return ControlCharacters;
            if (Settle(value) is not { } settled)
                return "has an invisible formatting character; remove it, so that what looks equal is equal.";
            read = settled;
            if (IsBlank(read)) return Empty;
        }

        if (char.IsWhiteSpace(read[0]) || char.IsWhiteSpace(read[^1])) return "starts or ends with a space; trim it.";
        return read.Length > maxLength ? TooLong(read.Length, maxLength) : null;
    }

    /// <summary>Gives a well-formed name in its normal form, or null when it has an invisible character that it does not need.</summary>
    /// <remarks>What is dropped or added brings others together that become one, or changes their order: both are done until nothing changes.</remarks>
    private static string? Settle(string name)
    {
        const int MaxRounds = 20;
        if (IsPlain(name)) return name;
        string? settled = WithPlainSpaces(name);
        for (int round = 0; round < MaxRounds; round++)
        {
            string before = settled;
            settled = Invisible.Settle(NormalForm.Of(before));
            if (settled is null || settled == before) return settled;
        }

        return null;
    }

    /// <summary>Spaces that do not break or have another width look like the plain one; those of a script of its own do not.</summary>
    private static string WithPlainSpaces(string value) => string.Create(value.Length, value, static (spaced, from) =>
    {
        for (int index = 0; index < spaced.Length; index++)
            spaced[index] = from[index] is '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' ? ' ' : from[index];
    });

    private static bool IsControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static bool IsBlank(string value)
    {
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (!IsBlank(rune)) return false;
        }

        return true;
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Invisible.Is(rune.Value);

    private static string? Problem(string? value, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value)) return Empty;
        if (value.Length > maxLength) return TooLong(value.Length, maxLength);
        return IsWellFormed(value) ? null : "is not valid Unicode: it has half of a surrogate pair. Send well-formed text.";
    }

    private static string TooLong(int length, int maxLength) =>
        string.Create(CultureInfo.InvariantCulture, $"has {length} characters; at most {maxLength} are kept. Shorten it.");

    private static bool IsWellFormed(string value)
    {
        for (int index = 0; index < value.Length; index++)
        {
            if (!char.IsSurrogate(value[index])) continue;
            if (index + 1 == value.Length || !char.IsSurrogatePair(value[index], value[index + 1])) return false;
            index++;
        }

        return true;
    }
}
