using System.Data.Common;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Within a transaction the store reads on another connection than it writes on.</summary>
internal sealed class JudgesWithinTransactionsByWhatIsCommitted(WorkshopData data) : WorkshopStore(data)
{
    public override ILedgerStore Within(DbTransaction transaction) => new Blind(Data, (WorkshopTransaction)transaction);

    private sealed class Blind(WorkshopData data, WorkshopTransaction transaction) : WorkshopStore(data)
    {
        protected override AppendResult Write(StreamAppend append)
        {
            transaction.Staged.Add(() => Once(() => base.Write(append)));
            return new AppendResult.Appended(append.ExpectedVersion + append.Entries.Count);
        }
    }
}
