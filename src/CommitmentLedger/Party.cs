namespace CommitmentLedger;

/// <summary>Whose turn it is, and so whose time it is.</summary>
public enum Party
{
    /// <summary>The company.</summary>
    Us,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>Somebody whom the company depends on. Towards the customer it is still our time.</summary>
    Supplier,
}
