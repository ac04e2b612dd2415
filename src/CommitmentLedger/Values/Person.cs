using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A member of a team, by the name or staff number that colleagues know.</summary>
/// <value>1 to 100 characters, trimmed, without control or invisible characters; compared by Unicode code points after normalization.</value>
[JsonConverter(typeof(ParsableConverter<Person>))]
public readonly record struct Person : IParsable<Person>
{
    private const int MaxLength = 100;

    private readonly string? _value;

    private Person(string value) => _value = value;

    /// <summary>Names one.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Person Of(string value) => new(Text.Identifier(value, MaxLength, "The person's name"));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Person Parse(string s, IFormatProvider? provider = null) => Of(s);

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Person result)
    {
        bool usable = Text.IdentifierProblem(s, MaxLength) is null;
        result = usable ? Of(s!) : default;
        return usable;
    }

    /// <summary>The text it was made from.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(Person));
}
