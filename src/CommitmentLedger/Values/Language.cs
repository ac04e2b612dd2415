using System.Text;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A language by its BCP 47 tag, such as <c>en</c> or <c>ar-AE</c>.</summary>
/// <value>1 to 35 characters, trimmed, without control or invisible characters. In the case that BCP 47 recommends, whichever it is given in: <c>de-DE</c> for <c>de-de</c>.</value>
[JsonConverter(typeof(ParsableConverter<Language>))]
public readonly record struct Language : IParsable<Language>
{
    private const int MaxLength = 35;

    private readonly string? _value;

    private Language(string value) => _value = value;

    /// <summary>Names one.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Language Of(string value) => new(InUsualCase(Text.Identifier(value, MaxLength, "The language")));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Language Parse(string s, IFormatProvider? provider = null) => Of(s);

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Language result)
    {
        bool usable = Text.IdentifierProblem(s, MaxLength) is null;
        result = usable ? Of(s!) : default;
        return usable;
    }

    /// <summary>The tag, in the case that is usual for each of its parts.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(Language));

    /// <summary>Small letters; a country in capitals, a script with one capital; all small after a part of one letter (RFC 5646, 2.1.1).</summary>
    private static string InUsualCase(string tag)
    {
        if (!Ascii.IsValid(tag)) return tag;
        string[] parts = tag.ToLowerInvariant().Split('-');
        for (int place = 1; place < parts.Length && parts[place - 1].Length > 1; place++)
        {
            if (parts[place].Length == 2) parts[place] = parts[place].ToUpperInvariant();
            if (parts[place].Length == 4) parts[place] = char.ToUpperInvariant(parts[place][0]) + parts[place][1..];
        }

        return string.Join('-', parts);
    }
}
