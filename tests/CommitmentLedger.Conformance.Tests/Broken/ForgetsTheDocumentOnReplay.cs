using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A replay upserts the documents that it was sent with, which are of the day of the first try.</summary>
internal sealed class ForgetsTheDocumentOnReplay(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Append(StreamAppend append)
    {
        AppendResult result = base.Append(append);
        if (result is AppendResult.Replayed)
        {
            foreach (CommitmentDocument document in append.Changed) Data.Stream(append.Stream).Documents[document.Commitment] = document;
        }

        return result;
    }
}
