using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Whether the company is bound, and how that ended. One of the four axes of a commitment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Bindingness>))]
public enum Bindingness
{
    /// <summary>Nothing was promised yet: a request or an offer.</summary>
    Unbound,

    /// <summary>Bound once a precondition is met. Open.</summary>
    Conditional,

    /// <summary>Bound. Open.</summary>
    Bound,

    /// <summary>Closed: every term met, in time.</summary>
    Kept,

    /// <summary>Closed: every term met, after the deadline.</summary>
    KeptLate,

    /// <summary>Closed: some terms met, others not.</summary>
    PartiallyKept,

    /// <summary>Closed: not kept.</summary>
    Broken,

    /// <summary>Closed: the customer let us go.</summary>
    Released,

    /// <summary>Closed: we took it back. Counts against us.</summary>
    Withdrawn,

    /// <summary>Closed: its precondition never came.</summary>
    Expired,

    /// <summary>Closed: another commitment took its place.</summary>
    Superseded,
}
