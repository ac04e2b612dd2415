namespace CommitmentLedger.Conformance;

/// <summary>A change to entries behind a store's back.</summary>
public enum TamperingKind
{
    /// <summary>Change one bit of the entry's body and leave everything else, the body hash included.</summary>
    FlipBody,

    /// <summary>Delete the entry; later ones stay as they are.</summary>
    Delete,

    /// <summary>Exchange the bodies and body hashes of the entry and the one after it.</summary>
    SwapWithNext,

    /// <summary>Delete the entry and all later ones of its stream, and leave the stream's head as it is.</summary>
    Truncate,

    /// <summary>Make the entry's recorded time and its occurred time one day earlier.</summary>
    BackDate,

    /// <summary>
    /// Flip one bit in the middle of what is kept, as a failing disk would, and repair nothing: no checksum, no digest. The entry named is such a
    /// place; any other with acknowledged appends before and after it is as good. Done a second time it is undone.
    /// </summary>
    Damage,
}
