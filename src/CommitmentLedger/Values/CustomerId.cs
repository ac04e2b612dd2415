using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The id of the customer in your CRM. Prefer an opaque id to a phone number or a name.</summary>
/// <value>1 to 100 characters, trimmed, without control or invisible characters; compared by Unicode code points after normalization.</value>
[JsonConverter(typeof(ParsableConverter<CustomerId>))]
public readonly record struct CustomerId : IParsable<CustomerId>
{
    private const int MaxLength = 100;

    private readonly string? _value;

    private CustomerId(string value) => _value = value;

    /// <summary>Names one.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static CustomerId Of(string value) => new(Text.Identifier(value, MaxLength, "The customer id"));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static CustomerId Parse(string s, IFormatProvider? provider = null) => Of(s);

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out CustomerId result)
    {
        bool usable = Text.IdentifierProblem(s, MaxLength) is null;
        result = usable ? Of(s!) : default;
        return usable;
    }

    /// <summary>The text it was made from.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(CustomerId));
}
