using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Which command. The same id with the same content gives the first result again; with other content it is refused.</summary>
[JsonConverter(typeof(ParsableConverter<CommandId>))]
public readonly record struct CommandId : IParsable<CommandId>
{
    private readonly Guid _value;

    /// <summary>Takes an id made elsewhere.</summary>
    /// <exception cref="ArgumentException">The value is all zeros.</exception>
    public CommandId(Guid value) =>
        _value = value != Guid.Empty ? value : throw new ArgumentException("The id is all zeros; make one with CommandId.New.", nameof(value));

    /// <summary>Makes a new one: a UUID of version 7, so that ids sort by the time they were made.</summary>
    public static CommandId New() => new(Guid.CreateVersion7());

    /// <summary>The id of what is done once with a commitment, such as promising it: it follows from the commitment and the verb.</summary>
    internal static CommandId For(CommitmentId commitment, string verb) => new(Key16.Derive(verb, commitment.ToString()).ToGuid());

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static CommandId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s, provider));

    /// <summary>Reads what <see cref="ToString"/> writes, if it can be read.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out CommandId result)
    {
        bool usable = Guid.TryParse(s, provider, out Guid value) && value != Guid.Empty;
        result = usable ? new CommandId(value) : default;
        return usable;
    }

    /// <summary>The id as a UUID.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which identifies nothing.</exception>
    public Guid ToGuid() =>
        _value != Guid.Empty ? _value : throw new InvalidOperationException("This CommandId was never given a value; make one with CommandId.New.");

    /// <summary>The id in the usual form with hyphens.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which identifies nothing.</exception>
    public override string ToString() => ToGuid().ToString("D");
}
