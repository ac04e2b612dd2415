using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The purpose of a receipt.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptKind>))]
public enum ReceiptKind
{
    /// <summary>The customer asked for something; nothing is promised yet.</summary>
    Request,

    /// <summary>A promise.</summary>
    Promise,

    /// <summary>The confirmation of a promise that stood already.</summary>
    Assurance,

    /// <summary>A promise that the customer told us of.</summary>
    Claim,

    /// <summary>The customer's own account of a promise that stood already.</summary>
    Account,
}
