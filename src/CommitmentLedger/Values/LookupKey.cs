using System.Buffers;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Something the customer can name instead of "with whom did you speak?": a booking number, an order, a telephone number.</summary>
/// <remarks>
/// <para>
/// Stores see only a digest of it. Two keys find the same when they differ only in how people write them: in spaces, hyphens and dashes,
/// dots, commas, colons and all other punctuation but <c>@ % &amp; *</c>, in slashes, bars, brackets, quotation marks, <c>#</c> and low
/// lines, in case, in wide letters, in the digits of another script, in the Persian and the Arabic form of yeh and kaf, and in the line that
/// stretches an Arabic word. These separate; they count for nothing in the numbers that people read out in groups, which are those of the
/// kinds <c>booking</c>, <c>order</c>, <c>phone</c>, <c>reference</c> and <c>iban</c>. In a key of any other kind they count as one
/// separator between two digits and for nothing elsewhere: room <c>12-3</c> is <c>12 3</c> and <c>12/3</c>, and neither <c>1-23</c> nor
/// <c>123</c>.
/// </para>
/// <para>
/// In a telephone number nothing but digits, letters, <c>+</c>, <c>*</c> and <c>#</c> counts, <c>00</c> is <c>+</c>, and <c>(0)</c> after a
/// country code is nothing; <c>ext.</c> and <c>x</c> before an extension are the same. In a key with an <c>@</c>, all but spaces counts, and
/// dashes are hyphens. What stands around it does not count: punctuation, the name before an address in angle brackets, and <c>?</c> with
/// what follows it. Nor does what a key is called: before a colon, such as <c>Phone:</c> or <c>mailto:</c>; before a dot, a <c>+</c> or the
/// <c>0</c> that a telephone number begins with; and words before a reference, <c>Ref. K7PM-4RXC</c>.
/// </para>
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

    /// <summary>The kind as keys are compared by it.</summary>
    internal string KindCode => SpokenCode.Fold(Kind);

    /// <summary>The value as keys are compared by it.</summary>
    internal string Code
    {
        get
        {
            string kind = KindCode;
            if (kind is "PHONE") return SpokenCode.OfPhone(SpokenCode.Fold(Value));
            bool isAddress = Value.AsSpan().ContainsAny('@', '\uFF20', '\uFE6B');
            if (isAddress) return SpokenCode.OfAddress(SpokenCode.Fold(Value));
            return kind switch
            {
                "BOOKING" or "ORDER" or "IBAN" => SpokenCode.Condense(Value),
                "REFERENCE" => SpokenCode.Condense(PromiseReference.TryParse(Value, provider: null, out PromiseReference reference) ? reference.ToString() : Value),
                _ => SpokenCode.CondenseGroups(Value),
            };
        }
    }
}
