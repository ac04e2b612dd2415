namespace CommitmentLedger;

/// <summary>The customer's history with the company, in a few figures. Its size does not grow with the number of entries.</summary>
public sealed record CustomerHistory
{
    internal CustomerHistory()
    {
    }

    private const int MaxBroken = 20;

    /// <summary>How many promises were ever given. One that was split or kept in part is one, whatever its parts and its rest became.</summary>
    public int Promised { get; internal init; }

    /// <summary>How many of them the customer told of and nobody had logged.</summary>
    public int Claimed { get; internal init; }

    /// <summary>How many were kept in time.</summary>
    public int Kept { get; internal init; }

    /// <summary>How many were kept after their deadline.</summary>
    public int KeptLate { get; internal init; }

    /// <summary>How many were kept in part.</summary>
    public int PartiallyKept { get; internal init; }

    /// <summary>How many were broken.</summary>
    public int Broken { get; internal init; }

    /// <summary>The latest 20 promises, or parts of one, that we broke or took back, latest last. Parts are told here and not counted.</summary>
    public ValueList<BrokenPromise> BrokenPromises { get; internal init; }

    /// <summary>How many the customer let us go from.</summary>
    public int Released { get; internal init; }

    /// <summary>How many we took back.</summary>
    public int Withdrawn { get; internal init; }

    /// <summary>How many expired because their precondition never came.</summary>
    public int Expired { get; internal init; }

    /// <summary>How many were superseded by another.</summary>
    public int Superseded { get; internal init; }

    /// <summary>The version of the last entry that changed what a briefing says. Readings of the briefing do not count.</summary>
    public long ChangedAtVersion { get; internal init; }

    /// <summary>How often the briefing was read.</summary>
    public int Briefings { get; internal init; }

    /// <summary>When which team last read the briefing: the latest 20 teams, latest last.</summary>
    public ValueList<TeamBriefing> LastBriefings { get; internal init; }

    /// <summary>How many interactions there were.</summary>
    public int Interactions { get; internal init; }

    /// <summary>How many of them began without the team having read the briefing.</summary>
    public int UnbriefedInteractions { get; internal init; }

    /// <summary>The interactions that have not ended.</summary>
    public ValueList<OpenInteraction> OpenInteractions { get; internal init; }

    /// <summary>The figures after a commitment changed.</summary>
    internal CustomerHistory Count(Commitment? before, Commitment after)
    {
        // For the customer a promise is one, whether it is split or kept in part: its parts and its rest are told below it and never counted.
        if (after.Whole is not null) return before?.Bindingness == after.Bindingness ? this : Note(after);
        if (before?.Whole is not null) before = null;
        CustomerHistory counted = this;
        if (before?.IsPromisedOrWas != true && after.IsPromisedOrWas) counted = counted with { Promised = counted.Promised + 1 };
        if (before?.Bindingness == after.Bindingness) return counted;
        return counted.Count(before?.Bindingness ?? Bindingness.Unbound, -1).Count(after.Bindingness, +1).Note(after);
    }

    /// <summary>A whole that its parts closed is told by those that were broken.</summary>
    private CustomerHistory Note(Commitment after)
    {
        IEnumerable<BrokenPromise> others = BrokenPromises.Where(broken => broken.Commitment != after.Id);
        if (!after.IsSplit && after.Bindingness is (Bindingness.Broken or Bindingness.Withdrawn)) return this with { BrokenPromises = [.. others.TakeLast(MaxBroken - 1), BrokenPromise.Of(after)] };
        return BrokenPromises.IsEmpty ? this : this with { BrokenPromises = [.. others] };
    }

    private CustomerHistory Count(Bindingness how, int by) => how switch
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
