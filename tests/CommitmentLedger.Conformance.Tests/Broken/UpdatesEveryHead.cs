using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The update of the head row lacks its predicate.</summary>
internal sealed class UpdatesEveryHead(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        AppendResult result = base.Write(append);
        foreach (WorkshopStream stream in Data.Streams.Values) stream.Record = append.Record;
        return result;
    }
}
