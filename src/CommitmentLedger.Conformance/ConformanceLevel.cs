namespace CommitmentLedger.Conformance;

/// <summary>What a group of checks is about. A store claims a level or says why it does not apply to it.</summary>
public enum ConformanceLevel
{
    /// <summary>One caller gets the answers that the contract states. Applies to every store.</summary>
    Core,

    /// <summary>Many callers, and several instances over the same data, get answers as if they had called one after another.</summary>
    Concurrent,

    /// <summary>What was acknowledged is there after closing, after opening elsewhere and after the process was killed.</summary>
    Durable,

    /// <summary>What was changed underneath the store can be found out from what the store gives.</summary>
    Evident,

    /// <summary>What a call gives and costs does not grow with what is closed, old or somebody else's. Counts, never times.</summary>
    Fast,
}
