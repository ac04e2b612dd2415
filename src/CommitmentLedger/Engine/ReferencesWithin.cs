using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Engine;

/// <summary>References within a transaction that keeps everybody else from writing, and with them the ledger outside it.</summary>
/// <remarks>
/// What was reserved outside is used up first. After that a command reserves within the transaction, and only for itself: what it leaves is
/// lost, because the caller may roll the reservation back, wholly or to a savepoint, and somebody else then reserves the same numbers.
/// </remarks>
internal sealed class ReferencesWithin(IReferenceSource outside, ILedgerStore within, LedgerBeginning beginning, Func<Instant> now) : IReferenceSource
{
    public bool TryTake(TenantId tenant, int count, out ValueList<PromiseReference> references) => outside.TryTake(tenant, count, out references);

    public ValueTask<ValueList<PromiseReference>> TakeAsync(TenantId tenant, int count, CancellationToken cancellationToken) =>
        TryTake(tenant, count, out ValueList<PromiseReference> references)
            ? new(references)
            : new ReferenceSource(within, beginning, now).TakeAsync(tenant, count, cancellationToken);
}
