using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The reason for meeting the customer, such as <c>check-in</c> or <c>payment call</c>.</summary>
/// <value>1 to 100 characters, trimmed, without control or invisible characters; compared by Unicode code points after normalization.</value>
[JsonConverter(typeof(ParsableConverter<Occasion>))]
public readonly record struct Occasion : IParsable<Occasion>
{
    private const int MaxLength = 100;

    private readonly string? _value;

    /// <summary>Names one.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public Occasion(string value) => _value = Text.Identifier(value, MaxLength, "The occasion");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Occasion Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Occasion result)
    {
        bool usable = Text.IdentifierProblem(s, MaxLength) is null;
        result = usable ? new Occasion(s!) : default;
        return usable;
    }

    /// <summary>The text it was made from.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(Occasion));
}
