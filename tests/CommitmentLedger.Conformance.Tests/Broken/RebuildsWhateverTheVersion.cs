using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A rebuild does not compare the version.</summary>
internal sealed class RebuildsWhateverTheVersion(WorkshopData data) : WorkshopStore(data)
{
    protected override bool Rebuild(StreamDocuments documents) => base.Rebuild(documents with { Version = Data.Stream(documents.Stream).Version });
}
