using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A column of 60 characters.</summary>
internal sealed class CutsLongTexts(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append) => base.Write(append with
    {
        Changed = [.. append.Changed.Select(document => document.Owner.Length > 60 ? document with { Owner = document.Owner[..60] } : document)],
    });
}
