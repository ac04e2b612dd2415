using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A rebuild deletes by commitment id alone.</summary>
internal sealed class RebuildsByCommitment(WorkshopData data) : WorkshopStore(data)
{
    protected override bool Rebuild(StreamDocuments documents)
    {
        CommitmentId[] known = [.. Data.Stream(documents.Stream).Documents.Keys];
        foreach (WorkshopStream stream in Data.Streams.Values)
        {
            foreach (CommitmentId commitment in known) stream.Documents.Remove(commitment);
        }

        return base.Rebuild(documents);
    }
}
