namespace CommitmentLedger;

/// <summary>What a power loss may take from a ledger kept in SQLite. A crash of the process alone never takes anything.</summary>
public enum SqliteDurability
{
    /// <summary>Nothing: what was acknowledged has reached the disk.</summary>
    Full,

    /// <summary>May lose the last commits on power loss, although they were acknowledged; what remains is whole. Faster.</summary>
    Normal,
}
