using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A version column of four bytes.</summary>
internal sealed class KeepsVersionsIn32Bits(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append) =>
        base.Write(append) is AppendResult.Appended appended ? new AppendResult.Appended((int)appended.Version) : throw new InvalidOperationException("Nothing was written.");
}
