using NodaTime;

namespace CommitmentLedger;

/// <summary>What a customer has been through with us, in a few figures. Its size does not grow with the number of entries.</summary>
public sealed record CustomerHistory
{
    /// <summary>How many commitments were ever made.</summary>
    public int Promised { get; init; }

    /// <summary>How many were kept in time.</summary>
    public int Kept { get; init; }

    /// <summary>How many were kept after their deadline.</summary>
    public int KeptLate { get; init; }

    /// <summary>How many were kept in part.</summary>
    public int PartiallyKept { get; init; }

    /// <summary>How many were broken.</summary>
    public int Broken { get; init; }

    /// <summary>How many the customer let us go from.</summary>
    public int Released { get; init; }

    /// <summary>How many we took back.</summary>
    public int Withdrawn { get; init; }

    /// <summary>How many expired because their precondition never came.</summary>
    public int Expired { get; init; }

    /// <summary>How many were superseded by another.</summary>
    public int Superseded { get; init; }

    /// <summary>The version of the last entry that changed what a briefing says. Readings of the briefing do not count.</summary>
    public long ChangedAtVersion { get; init; }

    /// <summary>How often the briefing was read.</summary>
    public int Briefings { get; init; }

    /// <summary>When the briefing was last read, or null when it never was.</summary>
    public Instant? LastBriefedAt { get; init; }

    internal CustomerHistory Count(Bindingness how, int by) => how switch
    {
        Bindingness.Kept => this with { Kept = Kept + by },
        Bindingness.KeptLate => this with { KeptLate = KeptLate + by },
        Bindingness.PartiallyKept => this with { PartiallyKept = PartiallyKept + by },
        Bindingness.Broken => this with { Broken = Broken + by },
        Bindingness.Released => this with { Released = Released + by },
        Bindingness.Withdrawn => this with { Withdrawn = Withdrawn + by },
        Bindingness.Expired => this with { Expired = Expired + by },
        Bindingness.Superseded => this with { Superseded = Superseded + by },
        _ => this,
    };
}
