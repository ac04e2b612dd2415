using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>A stretch of time in an explanation, and why it counted or did not.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">Its end; the next stretch begins here.</param>
/// <param name="Use">Whether it counted, or why not.</param>
/// <param name="Name">The name of the special day or closed period, or the reason of the pause; null where there is none.</param>
public sealed record ExplainedSpan(Instant From, Instant To, SpanUse Use, string? Name)
{
    /// <summary>Its absolute length.</summary>
    public Duration Length => To - From;
}

/// <summary>The role of a stretch of time for the clock.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpanUse>))]
public enum SpanUse
{
    /// <summary>Open time that counted.</summary>
    Counted,

    /// <summary>Outside opening hours.</summary>
    Closed,

    /// <summary>Closed on a special day, by its name.</summary>
    SpecialDay,

    /// <summary>Opening hours that a closed period removed, by its name.</summary>
    ClosedPeriod,

    /// <summary>Open time during a pause, by its reason.</summary>
    Paused,
}
