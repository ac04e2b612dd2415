using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A rebuild upserts and deletes nothing.</summary>
internal sealed class OnlyAddsWhenItRebuilds(WorkshopData data) : WorkshopStore(data)
{
    protected override bool Rebuild(StreamDocuments documents)
    {
        CommitmentDocument[] before = [.. Data.Stream(documents.Stream).Documents.Values];
        bool replaced = base.Rebuild(documents);
        foreach (CommitmentDocument document in before) Data.Stream(documents.Stream).Documents.TryAdd(document.Commitment, document);
        return replaced;
    }
}
