using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How sure we are that the words were given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Whoever gave the promise recorded it.</summary>
    Recorded,

    /// <summary>The customer claimed it, and evidence was found since.</summary>
    Corroborated,

    /// <summary>The customer says so; nobody logged it.</summary>
    Claimed,
}
