using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The index of open commitments is only ever deleted from.</summary>
internal sealed class NeverOpensAgain(WorkshopData data) : WorkshopStore(data)
{
    private readonly HashSet<CommitmentId> _closed = [];

    protected override AppendResult Write(StreamAppend append)
    {
        _closed.UnionWith(append.Changed.Where(document => !document.IsOpen).Select(document => document.Commitment));
        return base.Write(append);
    }

    protected override StoredStream? Load(StreamKey key, LoadScope scope) => base.Load(key, scope) is { } stream
        ? stream with { Commitments = [.. stream.Commitments.Where(document => !_closed.Contains(document.Commitment) || scope.Closed.Contains(document.Commitment))] }
        : null;
}
