using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Something the customer can name instead of "with whom did you speak?": a booking number, an order, a telephone number.</summary>
/// <remarks>
/// Stores see only a digest of it. Spaces, hyphens, dots and brackets do not count, nor does case, nor <c>00</c> for <c>+</c> in a telephone number.
/// </remarks>
public sealed record LookupKey
{
    private const int MaxKindLength = 30;
    private const int MaxValueLength = 100;

    [JsonConstructor]
    internal LookupKey(string kind, string value) => (Kind, Value) =
        (CommitmentLedger.Text.Identifier(kind, MaxKindLength, "The kind of the lookup key"),
        CommitmentLedger.Text.Identifier(value, MaxValueLength, "The value of the lookup key"));

    /// <summary>What kind of key it is, 1 to 30 characters: <c>booking</c>, <c>phone</c>.</summary>
    public string Kind { get; }

    /// <summary>The key as it was given, 1 to 100 characters.</summary>
    public string Value { get; }

    /// <summary>A key of a kind of your own.</summary>
    /// <exception cref="ArgumentException">A part is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Of(string kind, string value) => new(kind, value);

    /// <summary>A booking or reservation number.</summary>
    /// <exception cref="ArgumentException">The number is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Booking(string number) => new("booking", number);

    /// <summary>A telephone number, best with its country code.</summary>
    /// <exception cref="ArgumentException">The number is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Phone(string number) => new("phone", number);

    /// <summary>The code on the customer's receipt.</summary>
    public static LookupKey Reference(PromiseReference reference) => new("reference", reference.ToString());

    /// <summary>Whether both find the same: kind and value are compared in the normal form described above.</summary>
    public bool Finds(LookupKey other) => string.Equals(NormalForm(), other.NormalForm(), StringComparison.Ordinal);

    /// <summary>The key as it is spoken of: <c>booking HX-2291</c>.</summary>
    public override string ToString() => $"{Kind} {Value}";

    internal string NormalForm()
    {
        Span<char> value = stackalloc char[Value.Length];
        int length = 0;
        foreach (char character in Value)
        {
            if (!char.IsWhiteSpace(character) && character is not ('-' or '.' or '(' or ')' or '/')) value[length++] = char.ToUpperInvariant(character);
        }

        value = value[..length];
        bool isPhone = string.Equals(Kind, "phone", StringComparison.OrdinalIgnoreCase);
        return isPhone && length > 2 && value.StartsWith("00") ? $"{Kind.ToUpperInvariant()}:+{value[2..]}" : $"{Kind.ToUpperInvariant()}:{value}";
    }
}
