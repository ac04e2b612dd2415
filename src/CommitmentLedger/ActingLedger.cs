using CommitmentLedger.Engine;

namespace CommitmentLedger;

/// <summary>The ledger in the hands of somebody who acts. Cheap to make; safe for use by many threads.</summary>
public sealed class ActingLedger
{
    private readonly LedgerEngine _engine;
    private readonly TenantId _tenant;

    internal ActingLedger(LedgerEngine engine, TenantId tenant, Actor actor) => (_engine, _tenant, Actor) = (engine, tenant, actor);

    /// <summary>The actor.</summary>
    public Actor Actor { get; }

    /// <summary>The customer who is being served: briefing and verbs.</summary>
    public CustomerLedger For(CustomerId customer)
    {
        _ = customer.ToString();
        return new CustomerLedger(_engine, _tenant, customer, Actor);
    }
}
