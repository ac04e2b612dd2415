namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>What the application keeps about an order.</summary>
public sealed class Order
{
    public required string Number { get; set; }

    public required string Customer { get; set; }

    /// <summary>The reference of the promise that was given with the order.</summary>
    public string? Promise { get; set; }
}
