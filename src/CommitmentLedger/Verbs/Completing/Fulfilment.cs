namespace CommitmentLedger;

/// <summary>How much of what was promised was delivered, by its terms and not by when.</summary>
internal enum Fulfilment
{
    /// <summary>No term was satisfied, and nothing counts towards one.</summary>
    None,

    /// <summary>Some terms were satisfied, or a part of a number was delivered.</summary>
    InPart,

    /// <summary>Every term was satisfied.</summary>
    Whole,
}
