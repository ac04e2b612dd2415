namespace CommitmentLedger;

/// <summary>The durability of a SQLite ledger on a power loss. A crash of the process alone never takes anything.</summary>
public enum SqliteDurability
{
    /// <summary>Nothing: what was acknowledged has reached the disk.</summary>
    Full,

    /// <summary>May lose the last commits on power loss, although they were acknowledged; what remains is whole. Faster.</summary>
    Normal,
}
