using System.Globalization;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The value of a term, promised or delivered: a number, a text, or yes or no.</summary>
[JsonConverter(typeof(TermValueConverter))]
public readonly record struct TermValue
{
    private const int MaxTextLength = 500;

    private readonly decimal? _number;
    private readonly string? _text;
    private readonly bool? _answer;

    private TermValue(decimal? number, string? text, bool? answer) => (_number, _text, _answer) = (Plain(number), text, answer);

    /// <summary>A number, such as how many beds. <c>4</c> and <c>4.00</c> are the same.</summary>
    public static implicit operator TermValue(decimal number) => new(number, text: null, answer: null);

    /// <summary>A whole number, such as how many adults.</summary>
    public static implicit operator TermValue(int number) => new(number, text: null, answer: null);

    /// <summary>A text of 1 to 500 characters, such as the name of a place.</summary>
    /// <exception cref="ArgumentException">The text is empty, too long or has characters that cannot be kept.</exception>
    public static implicit operator TermValue(string text) =>
        new(number: null, Text.Identifier(text, MaxTextLength, "The term's value"), answer: null);

    /// <summary>Yes or no.</summary>
    public static implicit operator TermValue(bool answer) => new(number: null, text: null, answer);

    /// <summary>The number, or null when this is none.</summary>
    public decimal? AsNumber => _number;

    /// <summary>The text, or null when this is none.</summary>
    public string? AsText => _text;

    /// <summary>Yes or no, or null when this is neither.</summary>
    public bool? AsAnswer => _answer;

    /// <summary>Whether both say the same; text is compared without regard to case.</summary>
    public bool Matches(TermValue other) =>
        _number == other._number && _answer == other._answer && Casing.Comparer.Equals(_text, other._text);

    /// <summary>The value as it is spoken of: <c>4</c>, <c>sea view</c>, <c>yes</c>.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which says nothing.</exception>
    public override string ToString() =>
        _text ?? _number?.ToString(CultureInfo.InvariantCulture) ?? (Text.Given(_answer?.ToString(), nameof(TermValue)) == "True" ? "yes" : "no");

    /// <summary>The number without zeros at its end, which would say nothing and yet be written, hashed and told.</summary>
    private static decimal? Plain(decimal? number)
    {
        const decimal OneOfMostDigits = 1.0000000000000000000000000000m;
        return number == 0 ? decimal.Zero : number / OneOfMostDigits;
    }
}
