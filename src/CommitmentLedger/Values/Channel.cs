using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The way the words travelled. The usual ones are named here; <see cref="Of"/> names yours.</summary>
/// <value>1 to 40 characters, trimmed, without control or invisible characters.</value>
[JsonConverter(typeof(ParsableConverter<Channel>))]
public readonly record struct Channel : IParsable<Channel>
{
    private const int MaxLength = 40;

    private readonly string? _value;

    private Channel(string value) => _value = value;

    /// <summary>A telephone call.</summary>
    public static Channel Phone { get; } = new("phone");

    /// <summary>Face to face: at a desk, a counter or a door.</summary>
    public static Channel InPerson { get; } = new("in person");

    /// <summary>Electronic mail.</summary>
    public static Channel Email { get; } = new("email");

    /// <summary>A chat on a web page or in a messenger.</summary>
    public static Channel Chat { get; } = new("chat");

    /// <summary>A short text message.</summary>
    public static Channel TextMessage { get; } = new("text message");

    /// <summary>The company's web site or app, used by the customer alone.</summary>
    public static Channel SelfService { get; } = new("self-service");

    /// <summary>A letter on paper.</summary>
    public static Channel Letter { get; } = new("letter");

    /// <summary>No conversation: one system told another.</summary>
    public static Channel System { get; } = new("system");

    /// <summary>Names a channel of your own.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Channel Of(string value) => new(Text.Identifier(value, MaxLength, "The channel"));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ArgumentException">The value is empty, too long or has characters that cannot be kept.</exception>
    public static Channel Parse(string s, IFormatProvider? provider = null) => Of(s);

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Channel result)
    {
        bool usable = Text.IdentifierProblem(s, MaxLength) is null;
        result = usable ? Of(s!) : default;
        return usable;
    }

    /// <summary>The channel as it is spoken of: <c>phone</c>, <c>in person</c>.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which names nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(Channel));
}
