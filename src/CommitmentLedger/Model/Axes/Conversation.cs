using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How far the conversation with the customer has come. One of the four axes of a commitment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Conversation>))]
public enum Conversation
{
    /// <summary>The customer asked for it.</summary>
    Requested,

    /// <summary>We offered it; the customer has not taken it yet.</summary>
    Offered,

    /// <summary>The customer wants it differently from what we offered.</summary>
    Countered,

    /// <summary>We said no to the request, or the customer said no to the offer.</summary>
    Declined,

    /// <summary>We took the offer back before it was a promise.</summary>
    Withdrawn,

    /// <summary>The words were given.</summary>
    Promised,

    /// <summary>We say that it is done; the customer has not agreed yet.</summary>
    Stated,

    /// <summary>The customer agreed that it is done, or let the time to disagree pass.</summary>
    Accepted,

    /// <summary>The customer says that it is not done. The promise stands again.</summary>
    Disputed,
}
