using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A load looks for the command without its stream.</summary>
internal sealed class LooksForCommandsEverywhere(WorkshopData data) : WorkshopStore(data)
{
    protected override StoredStream? Load(StreamKey key, LoadScope scope) => base.Load(key, scope) is { } stream && scope.Command is { } command
        ? stream with { Command = Data.Streams.Values.Select(other => other.Commands.GetValueOrDefault(command)).FirstOrDefault(found => found is not null) }
        : base.Load(key, scope);
}
