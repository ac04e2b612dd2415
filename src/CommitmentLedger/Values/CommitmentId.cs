using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Which commitment. You make it before the first try, so that trying again cannot promise twice.</summary>
[JsonConverter(typeof(ParsableConverter<CommitmentId>))]
public readonly record struct CommitmentId : IParsable<CommitmentId>
{
    private readonly Guid _value;

    /// <summary>Takes an id made elsewhere.</summary>
    /// <exception cref="ArgumentException">The value is all zeros.</exception>
    public CommitmentId(Guid value) =>
        _value = value != Guid.Empty ? value : throw new ArgumentException("The id is all zeros; make one with CommitmentId.New.", nameof(value));

    /// <summary>Makes a new one: a UUID of version 7, so that ids sort by the time they were made.</summary>
    public static CommitmentId New() => new(Guid.CreateVersion7());

    /// <summary>The id of the commitment for what was missing when another was kept in part; it follows from that one's.</summary>
    internal static CommitmentId ForRemainder(CommandId acceptance) => new(Key16.Derive("remainder", acceptance.ToString()).ToGuid());

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static CommitmentId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s, provider));

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out CommitmentId result)
    {
        bool usable = Guid.TryParse(s, provider, out Guid value) && value != Guid.Empty;
        result = usable ? new CommitmentId(value) : default;
        return usable;
    }

    /// <summary>The id as a UUID.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which identifies nothing.</exception>
    public Guid ToGuid() =>
        _value != Guid.Empty ? _value : throw new InvalidOperationException("This CommitmentId was never given a value; make one with CommitmentId.New.");

    /// <summary>The id in the usual form with hyphens.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which identifies nothing.</exception>
    public override string ToString() => ToGuid().ToString("D");
}
