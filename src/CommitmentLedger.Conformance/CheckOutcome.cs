namespace CommitmentLedger.Conformance;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>The store kept the contract.</summary>
    Passed,

    /// <summary>The store broke the contract.</summary>
    Failed,

    /// <summary>The check cannot be asked of this store; the detail says why.</summary>
    DoesNotApply,
}
