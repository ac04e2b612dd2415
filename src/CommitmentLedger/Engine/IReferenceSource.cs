namespace CommitmentLedger.Engine;

/// <summary>Gives promises references that no other promise of the tenant has.</summary>
internal interface IReferenceSource
{
    /// <summary>Takes references of those that are reserved already; false when too few are left, and then none is taken.</summary>
    bool TryTake(TenantId tenant, int count, out ValueList<PromiseReference> references);

    /// <summary>Takes references that nobody else gets, and reserves more where too few are left.</summary>
    ValueTask<ValueList<PromiseReference>> TakeAsync(TenantId tenant, int count, CancellationToken cancellationToken);
}
