using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The identity of the first stream is read once, and given with all that is fed and found.</summary>
internal sealed class FeedsOneIdentity(WorkshopData data) : WorkshopStore(data)
{
    protected override StreamIdentity FedIdentity(StreamKey stream) => Data.Streams.Values.First().Identity;

    protected override FoundCommitment Found(CommitmentDocument document) => base.Found(document) with { Identity = Data.Streams.Values.First().Identity };
}
