using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>States are kept in a text column.</summary>
internal sealed class KeepsTextNotBytes(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append) =>
        base.Write(append with { Record = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(append.Record.Span)) });
}
