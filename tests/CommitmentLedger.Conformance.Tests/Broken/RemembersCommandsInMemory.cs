using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commands are remembered by the process.</summary>
internal sealed class RemembersCommandsInMemory(WorkshopData data) : WorkshopStore(data)
{
    private readonly HashSet<CommandId> _mine = [];

    protected override AppendResult Write(StreamAppend append)
    {
        _mine.Add(append.Command);
        return base.Write(append);
    }

    protected override AppendResult? Judge(StreamAppend append)
    {
        if (!_mine.Contains(append.Command) && Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream)) stream.Commands.Remove(append.Command);
        return base.Judge(append);
    }
}
