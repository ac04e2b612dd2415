using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The command is inserted before the version is compared, and stays.</summary>
internal sealed class RemembersLosers(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Append(StreamAppend append)
    {
        AppendResult result = base.Append(append);
        if (result is AppendResult.Conflict)
            Data.Stream(append.Stream).Commands[append.Command] = new StoredCommand(append.ContentHash, append.ExpectedVersion + 1, append.ExpectedVersion + 1);
        return result;
    }
}
