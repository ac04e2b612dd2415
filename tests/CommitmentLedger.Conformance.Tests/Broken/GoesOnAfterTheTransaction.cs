using System.Data.Common;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>After the transaction has ended, what was within it acknowledges appends that nobody commits.</summary>
internal sealed class GoesOnAfterTheTransaction(WorkshopData data) : WorkshopStore(data)
{
    public override ILedgerStore Within(DbTransaction transaction) => new Stray(Data, (WorkshopTransaction)transaction);

    private sealed class Stray(WorkshopData data, WorkshopTransaction transaction) : WorkshopStore(transaction.See(data))
    {
        protected override AppendResult Write(StreamAppend append)
        {
            transaction.Staged.Add(() => new Everybody(data).Take(append));
            return base.Write(append);
        }
    }

    private sealed class Everybody(WorkshopData data) : WorkshopStore(data)
    {
        public void Take(StreamAppend append) => Once(() => Write(append));
    }
}
