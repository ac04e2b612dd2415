using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The ground of a confirmation. Two confirmations are independent when their teams or their bases differ.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Basis>))]
public enum Basis
{
    /// <summary>Somebody's word.</summary>
    Word,

    /// <summary>The policy was read.</summary>
    Policy,

    /// <summary>Capacity or stock was checked where it is to be delivered.</summary>
    Capacity,

    /// <summary>A source system shows it.</summary>
    SourceSystem,

    /// <summary>A document or a recording shows it.</summary>
    Document,
}
