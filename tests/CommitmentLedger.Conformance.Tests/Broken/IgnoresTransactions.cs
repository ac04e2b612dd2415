using System.Data.Common;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The store writes on its own connection.</summary>
internal sealed class IgnoresTransactions(WorkshopData data) : WorkshopStore(data)
{
    public override ILedgerStore Within(DbTransaction transaction) => this;
}
