using System.Globalization;
using System.Runtime.CompilerServices;

namespace CommitmentLedger;

/// <summary>The one place where text from outside is bounded and checked.</summary>
internal static class Text
{
    /// <summary>Gives an identifier in normal form C, or throws saying what is wrong with it.</summary>
    /// <exception cref="ArgumentException">The value is not usable; the message never repeats it.</exception>
    public static string Identifier(string? value, int maxLength, string what, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        IdentifierProblem(value, maxLength) is { } problem ? throw new ArgumentException($"{what} {problem}", name) : value!.Normalize();

    /// <summary>Gives free text as it is, or throws saying what is wrong with it.</summary>
    /// <exception cref="ArgumentException">The value is not usable; the message never repeats it.</exception>
    public static string Prose(string? value, int maxLength, string what, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        ProseProblem(value, maxLength) is { } problem ? throw new ArgumentException($"{what} {problem}", name) : value!;

    /// <summary>Says what keeps the value from being an identifier, or null when nothing does.</summary>
    public static string? IdentifierProblem(string? value, int maxLength)
    {
        if (Problem(value, maxLength) is { } problem) return problem;
        if (char.IsWhiteSpace(value![0]) || char.IsWhiteSpace(value[^1])) return "starts or ends with a space; trim it.";
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~')) return null;
        foreach (char character in value)
        {
            if (IsControl(character)) return ControlCharacters;
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format)
                return "has an invisible formatting character; remove it, so that what looks equal is equal.";
        }

        return null;
    }

    /// <summary>Says what keeps the value from being recorded as words, or null when nothing does. Line breaks and tabs are welcome.</summary>
    public static string? ProseProblem(string? value, int maxLength)
    {
        if (Problem(value, maxLength) is { } problem) return problem;
        foreach (char character in value!)
        {
            if (IsControl(character) && character is not ('\n' or '\r' or '\t')) return ControlCharacters;
        }

        return null;
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

    private const string ControlCharacters = "has control characters; remove them.";

    private static bool IsControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static string? Problem(string? value, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value)) return "is empty; give at least one visible character.";
        if (value.Length > maxLength)
            return string.Create(CultureInfo.InvariantCulture, $"has {value.Length} characters; at most {maxLength} are kept. Shorten it.");
        return IsWellFormed(value) ? null : "is not valid Unicode: it has half of a surrogate pair. Send well-formed text.";
    }

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
