using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An upsert of the stream's row that takes everything from the append, its identity too.</summary>
internal sealed class KeepsTheLatestIdentity(WorkshopData data) : WorkshopStore(data)
{
    protected override StreamIdentity IdentityOf(WorkshopStream stream, StreamAppend append) => append.Identity;
}
