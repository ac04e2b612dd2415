using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Which interaction with a customer: a call, a visit, a conversation at a desk.</summary>
[JsonConverter(typeof(ParsableConverter<InteractionId>))]
public readonly record struct InteractionId : IParsable<InteractionId>
{
    private readonly Guid _value;

    /// <summary>Takes an id made elsewhere.</summary>
    /// <exception cref="ArgumentException">The value is all zeros.</exception>
    public InteractionId(Guid value) =>
        _value = value != Guid.Empty ? value : throw new ArgumentException("The id is all zeros; make one with InteractionId.New.", nameof(value));

    /// <summary>Makes a new one: a UUID of version 7, so that ids sort by the time they were made.</summary>
    public static InteractionId New() => new(Guid.CreateVersion7());

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static InteractionId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s, provider));

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out InteractionId result)
    {
        bool usable = Guid.TryParse(s, provider, out Guid value) && value != Guid.Empty;
        result = usable ? new InteractionId(value) : default;
        return usable;
    }

    /// <summary>The id as a UUID.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which identifies nothing.</exception>
    public Guid ToGuid() =>
        _value != Guid.Empty ? _value : throw new InvalidOperationException("This InteractionId was never given a value; make one with InteractionId.New.");

    /// <summary>The id in the usual form with hyphens.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which identifies nothing.</exception>
    public override string ToString() => ToGuid().ToString("D");
}
