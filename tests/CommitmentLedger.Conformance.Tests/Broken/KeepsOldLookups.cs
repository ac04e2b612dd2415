using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Lookup rows are inserted with every change and never deleted.</summary>
internal sealed class KeepsOldLookups(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        Dictionary<CommitmentId, CommitmentDocument> documents = Data.Stream(append.Stream).Documents;
        CommitmentDocument[] merged =
        [
            .. append.Changed.Select(document => documents.TryGetValue(document.Commitment, out CommitmentDocument? old)
                ? document with { Lookups = [.. document.Lookups.Union(old.Lookups)] }
                : document),
        ];
        return base.Write(append with { Changed = merged });
    }
}
