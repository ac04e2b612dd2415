using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Documents are updated by commitment id alone.</summary>
internal sealed class UpdatesAcrossTenants(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        AppendResult result = base.Write(append);
        foreach (CommitmentDocument document in append.Changed)
        {
            foreach (WorkshopStream stream in Data.Streams.Values)
            {
                if (stream.Documents.TryGetValue(document.Commitment, out CommitmentDocument? twin)) stream.Documents[document.Commitment] = twin with { State = document.State };
            }
        }

        return result;
    }
}
