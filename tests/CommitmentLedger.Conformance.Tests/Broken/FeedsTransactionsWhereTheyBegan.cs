using System.Data.Common;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>What a transaction wrote takes the place in the feed that was next when it began.</summary>
internal sealed class FeedsTransactionsWhereTheyBegan(WorkshopData data) : WorkshopStore(data)
{
    public override ILedgerStore Within(DbTransaction transaction) => new Early(Data, (WorkshopTransaction)transaction);

    private sealed class Early(WorkshopData data, WorkshopTransaction transaction) : WorkshopStore(data)
    {
        protected override AppendResult Write(StreamAppend append)
        {
            transaction.Staged.Add(() => Once(() => WriteWhereItBegan(append)));
            return new AppendResult.Appended(append.ExpectedVersion + append.Entries.Count);
        }

        private AppendResult WriteWhereItBegan(StreamAppend append)
        {
            int end = Data.Feed.Count;
            AppendResult result = base.Write(append);
            List<(TenantKey, StreamKey, long)> written = Data.Feed[end..];
            Data.Feed.RemoveRange(end, written.Count);
            Data.Feed.InsertRange((int)transaction.Number, written);
            return result;
        }
    }
}
