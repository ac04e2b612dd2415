using System.Data.Common;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An append waits until every transaction that has written has ended, though the store says that others can write.</summary>
internal sealed class WaitsForOpenTransactions(WorkshopData data) : WorkshopStore(data)
{
    private WorkshopTransaction? _joined;

    public override ILedgerStore Within(DbTransaction transaction)
    {
        _joined = (WorkshopTransaction)transaction;
        return base.Within(transaction);
    }

    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        while (_joined is { Staged.Count: > 0 }) await Task.Delay(10, cancellationToken);
        return await base.AppendAsync(appends, cancellationToken);
    }
}
