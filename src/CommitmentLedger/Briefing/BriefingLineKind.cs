using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The subject of a briefing's line, in the order in which lines of equal urgency are read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BriefingLineKind>))]
public enum BriefingLineKind
{
    /// <summary>Two promises that cannot both be kept.</summary>
    Contradiction,

    /// <summary>A commitment that cannot be read, so that nobody knows what was promised.</summary>
    Unreadable,

    /// <summary>A promise that was broken or taken back, and of which nothing says that the customer was told or that it was made good.</summary>
    Broken,

    /// <summary>A promise that stands.</summary>
    Promise,

    /// <summary>A promise that does not bind yet, because something that it needs is missing.</summary>
    Conditional,

    /// <summary>A promise that the customer tells of and nobody logged.</summary>
    Claim,

    /// <summary>A promise that we say is done and that the customer has not agreed to.</summary>
    AwaitingAcceptance,

    /// <summary>Something the customer asked for, or wants differently, and has no answer to.</summary>
    Request,

    /// <summary>Something we offered that the customer has not taken.</summary>
    Offer,

    /// <summary>A promise, a request or an offer without any date.</summary>
    Vague,
}
