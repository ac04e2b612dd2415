using System.Data.Common;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>What a transaction writes locks everybody out until it ends, though the store says that others can write.</summary>
internal sealed class LocksTheWholeLedger(WorkshopData data) : WorkshopStore(data)
{
    private WorkshopTransaction? _joined;

    public override ILedgerStore Within(DbTransaction transaction)
    {
        _joined = (WorkshopTransaction)transaction;
        return base.Within(transaction);
    }

    protected override AppendResult Append(StreamAppend append) =>
        _joined is { Staged.Count: > 0 } ? throw new LedgerUnavailableException("Another transaction has locked the ledger. End it.") : base.Append(append);
}
