using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A language by its BCP 47 tag, such as <c>en</c> or <c>ar-AE</c>.</summary>
/// <value>1 to 35 characters, trimmed, without control or invisible characters; compared by Unicode code points after normalization.</value>
[JsonConverter(typeof(ParsableConverter<Language>))]
public readonly record struct Language : IParsable<Language>
{
    private const int MaxLength = 35;

    private readonly string? _value;

    private Language(string value) => _value = value;

    /// <summary>Names one.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Language Of(string value) => new(Text.Identifier(value, MaxLength, "The language"));

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

    /// <summary>The text it was made from.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(Language));
}
