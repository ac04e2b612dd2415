using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The rows are taken out of the caller's own list while they are written.</summary>
internal sealed class EmptiesItsInput(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        AppendResult result = base.Write(append);
        if (append.Entries is StoredEntry[] { Length: > 1 } entries) entries[^1] = entries[0];
        return result;
    }
}
