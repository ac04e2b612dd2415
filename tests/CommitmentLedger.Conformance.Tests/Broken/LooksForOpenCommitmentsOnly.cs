using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commitments that must be new are looked for among the open ones.</summary>
internal sealed class LooksForOpenCommitmentsOnly(WorkshopData data) : WorkshopStore(data)
{
    protected override bool IsThere(StreamAppend append, CommitmentId commitment) =>
        Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream) && stream.Documents.TryGetValue(commitment, out CommitmentDocument? document) && document.IsOpen;
}
