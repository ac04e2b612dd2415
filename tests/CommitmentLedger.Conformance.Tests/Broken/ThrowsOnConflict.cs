using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The violated key of the database reaches the caller as it is.</summary>
internal sealed class ThrowsOnConflict(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) => base.Judge(append) is AppendResult.Conflict
        ? throw new InvalidOperationException("23505: duplicate key value violates unique constraint \"entries_pkey\"")
        : base.Judge(append);
}
