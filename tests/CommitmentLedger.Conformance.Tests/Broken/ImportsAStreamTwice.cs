using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>What an import brings for a stream that it brought before follows the former.</summary>
internal sealed class ImportsAStreamTwice(WorkshopData data) : WorkshopStore(data)
{
    private readonly HashSet<StreamKey> _imported = [];

    protected override AppendResult Import(StreamAppend append) => _imported.Add(append.Stream) ? base.Import(append) : Write(append);
}
