using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The bulk copy fills entries and documents, and forgets the command table.</summary>
internal sealed class ImportsEntriesOnly(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Import(StreamAppend append)
    {
        AppendResult result = base.Import(append);
        Data.Stream(append.Stream).Commands.Clear();
        return result;
    }
}
