using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commitments that must be new are looked for before commands and versions.</summary>
internal sealed class LooksForCommitmentsFirst(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append) =>
        append.MustBeNew.Any(commitment => IsThere(append, commitment)) ? new AppendResult.CommitmentExists() : base.Judge(append);
}
