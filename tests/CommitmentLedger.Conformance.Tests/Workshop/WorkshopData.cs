using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>What outlives an instance of the workshop's store: its disk.</summary>
internal sealed class WorkshopData
{
    public Lock Lock { get; } = new();

    public Dictionary<StreamKey, WorkshopStream> Streams { get; private set; } = [];

    /// <summary>Where each entry of the feed stands.</summary>
    public List<(TenantKey Tenant, StreamKey Stream, long Version)> Feed { get; private set; } = [];

    /// <summary>Whether something that the store rests on is gone.</summary>
    public bool IsHarmed { get; set; }

    /// <summary>The entry whose block on the disk is damaged; null when none is.</summary>
    public (StreamKey Stream, long Version)? Damaged { get; set; }

    /// <summary>Bytes that lie about on the disk though no answer gives them.</summary>
    public List<ReadOnlyMemory<byte>> Remains { get; } = [];

    public WorkshopStream Stream(StreamKey key)
    {
        if (!Streams.TryGetValue(key, out WorkshopStream? stream)) Streams.Add(key, stream = new WorkshopStream());
        return stream;
    }

    public void CopyFrom(WorkshopData other)
    {
        Streams = other.Streams.ToDictionary(stream => stream.Key, stream => stream.Value.Clone());
        Feed = [.. other.Feed];
    }
}
