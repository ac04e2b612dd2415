using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Documents are upserted before the version is compared.</summary>
internal sealed class WritesDocumentsOfLosers(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Append(StreamAppend append)
    {
        if (base.Judge(append) is AppendResult.Conflict && Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream))
        {
            foreach (CommitmentDocument document in append.Changed) stream.Documents[document.Commitment] = document;
        }

        return base.Append(append);
    }
}
