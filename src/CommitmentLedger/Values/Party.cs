using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The party that is waited for, whose time it therefore is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Party>))]
public enum Party
{
    /// <summary>Nobody's: the clock was stopped, and reopened later. Not for pauses.</summary>
    Nobody,

    /// <summary>Ours: another team, an approval, a broken machine.</summary>
    Us,

    /// <summary>The customer's: a document, an answer, a key.</summary>
    Customer,

    /// <summary>A supplier's: a delivery, a laboratory, another bank.</summary>
    Supplier,
}
