using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The documents of the stream are deleted and those of the append inserted.</summary>
internal sealed class ReplacesAllDocuments(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        Data.Stream(append.Stream).Documents.Clear();
        return base.Write(append);
    }
}
