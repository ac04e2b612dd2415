using System.Buffers;
using System.Text;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Something the customer can name instead of "with whom did you speak?": a booking number, an order, a telephone number.</summary>
/// <remarks>
/// Stores see only a digest of it. Two keys find the same when they differ only in how people write them: in spaces, hyphens and dashes,
/// dots, commas, colons, slashes, brackets, quotation marks, <c>#</c> and low lines, in case, in wide letters and in the digits of another
/// script. In a telephone number nothing but digits, letters, <c>+</c>, <c>*</c> and <c>#</c> counts, <c>00</c> is <c>+</c>, and <c>(0)</c>
/// after a country code is nothing. In a key with an <c>@</c>, all but spaces counts, and dashes are hyphens; what stands around it does not
/// count. Nor does what a number is called before a colon, a dot or a <c>+</c>, such as <c>Phone:</c>, or <c>mailto:</c> before an address;
/// <c>ext.</c> and <c>x</c> before an extension are the same.
/// </remarks>
public sealed record LookupKey
{
    private const int MaxKindLength = 30;
    private const int MaxValueLength = 100;

    /// <summary>Characters of which one is enough to tell keys apart; letters may be a <c>tel:</c> that says nothing.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("123456789");

    [JsonConstructor]
    internal LookupKey(string kind, string value)
    {
        Kind = Text.Identifier(kind, MaxKindLength, "The kind of the lookup key");
        Value = Text.Identifier(Text.WithoutUnseen(value), MaxValueLength, "The value of the lookup key", nameof(value));
        bool isTelling = Value.AsSpan().ContainsAny(Telling) || Code.Length > 0;
        if (!isTelling) throw new ArgumentException("The value of the lookup key has nothing that tells it from others; give a letter or a digit.", nameof(value));
    }

    /// <summary>The kind of key, 1 to 30 characters: <c>booking</c>, <c>phone</c>.</summary>
    public string Kind { get; }

    /// <summary>The key as it was given, 1 to 100 characters, without what cannot be seen.</summary>
    public string Value { get; }

    /// <summary>A key of a kind of your own, such as an account or a contract.</summary>
    /// <exception cref="ArgumentException">A part is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Of(string kind, string value) => new(kind, value);

    /// <summary>A booking or reservation number.</summary>
    /// <exception cref="ArgumentException">The number is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Booking(string number) => new("booking", number);

    /// <summary>The number of an order.</summary>
    /// <exception cref="ArgumentException">The number is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Order(string number) => new("order", number);

    /// <summary>A telephone number, best with its country code.</summary>
    /// <exception cref="ArgumentException">The number is empty, too long or has characters that cannot be kept.</exception>
    public static LookupKey Phone(string number) => new("phone", number);

    /// <summary>The code on the customer's receipt.</summary>
    public static LookupKey Reference(PromiseReference reference) => new("reference", reference.ToString());

    /// <summary>Whether both find the same: kind and value are compared as described above.</summary>
    public bool Finds(LookupKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Meaning == other.Meaning;
    }

    /// <summary>The key as it is spoken of: <c>booking HX-2291</c>.</summary>
    public override string ToString() => $"{Kind} {Value}";

    /// <summary>The part that two keys with the same results have in common.</summary>
    internal (string Kind, string Code) Meaning => (KindCode, Code);

    private bool IsPhone => Ascii.IsValid(Kind) ? string.Equals(Kind, "phone", StringComparison.OrdinalIgnoreCase) : KindCode is "PHONE";

    /// <summary>The kind as keys are compared by it.</summary>
    internal string KindCode => SpokenCode.Fold(Kind);

    /// <summary>The value as keys are compared by it.</summary>
    internal string Code
    {
        get
        {
            if (IsPhone) return SpokenCode.OfPhone(SpokenCode.Fold(Value));
            bool isAddress = Value.AsSpan().ContainsAny('@', '\uFF20');
            return isAddress ? SpokenCode.OfAddress(SpokenCode.Fold(Value)) : SpokenCode.Condense(Value);
        }
    }
}
