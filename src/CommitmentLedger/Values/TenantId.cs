using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The company whose ledger this is: always the outermost debtor, and the wall between one customer base and another.</summary>
/// <value>1 to 100 characters, trimmed, without control or invisible characters; compared by Unicode code points after normalization.</value>
[JsonConverter(typeof(ParsableConverter<TenantId>))]
public readonly record struct TenantId : IParsable<TenantId>
{
    private const int MaxLength = 100;

    private readonly string? _value;

    private TenantId(string value) => _value = value;

    /// <summary>Names one.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static TenantId Of(string value) => new(Text.Identifier(value, MaxLength, "The tenant id"));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static TenantId Parse(string s, IFormatProvider? provider = null) => Of(s);

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out TenantId result)
    {
        bool usable = Text.IdentifierProblem(s, MaxLength) is null;
        result = usable ? Of(s!) : default;
        return usable;
    }

    /// <summary>The text it was made from.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(TenantId));
}
