using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An instance remembers what it loaded until it writes itself.</summary>
internal sealed class CachesStreams(WorkshopData data) : WorkshopStore(data)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(StreamKey Stream, LoadScope Scope), StoredStream?> _cache = new();

    protected override StoredStream? Load(StreamKey key, LoadScope scope) => _cache.GetOrAdd((key, scope), _ => base.Load(key, scope));

    protected override AppendResult Write(StreamAppend append)
    {
        _cache.Clear();
        return base.Write(append);
    }
}
