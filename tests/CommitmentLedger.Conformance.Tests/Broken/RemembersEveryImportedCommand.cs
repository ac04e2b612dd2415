using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The command of each imported entry becomes one that the store remembers.</summary>
internal sealed class RemembersEveryImportedCommand(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Import(StreamAppend append)
    {
        AppendResult result = base.Import(append);
        foreach (StoredEntry entry in append.Entries) Data.Stream(append.Stream).Commands.TryAdd(entry.Command, new StoredCommand(append.ContentHash, entry.Version, entry.Version));
        return result;
    }
}
