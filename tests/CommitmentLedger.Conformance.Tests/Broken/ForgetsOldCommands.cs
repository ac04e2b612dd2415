using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commands are kept for the last hundred appends.</summary>
internal sealed class ForgetsOldCommands(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Write(StreamAppend append)
    {
        AppendResult result = base.Write(append);
        Dictionary<CommandId, StoredCommand> commands = Data.Stream(append.Stream).Commands;
        if (commands.Count > 100) commands.Remove(commands.MinBy(command => command.Value.FirstVersion).Key);
        return result;
    }
}
