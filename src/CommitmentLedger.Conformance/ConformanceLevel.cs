namespace CommitmentLedger.Conformance;

/// <summary>The subject of a group of checks. A store claims a level or says why it does not apply to it.</summary>
public enum ConformanceLevel
{
    /// <summary>One caller gets the answers that the contract states. Applies to every store.</summary>
    Core,

    /// <summary>Many callers, and several instances over the same data, get answers as if they had called one after another.</summary>
    Concurrent,

    /// <summary>Acknowledged writes are there after closing, after opening elsewhere and after the process was killed.</summary>
    Durable,

    /// <summary>Changes behind the store's back can be found from the store's answers.</summary>
    Evident,

    /// <summary>The result and cost of a call do not grow with closed, old or other customers' data. Counts, never times.</summary>
    Fast,
}
