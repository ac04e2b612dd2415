using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An import compares no version.</summary>
internal sealed class ImportsParts(WorkshopData data) : WorkshopStore(data)
{
    protected override void RequireWhole(StreamAppend stream)
    {
    }
}
