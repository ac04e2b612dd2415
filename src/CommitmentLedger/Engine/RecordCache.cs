using System.Diagnostics.CodeAnalysis;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>A customer's record as it is at a version, the head of the chain there, and the seal of the stream.</summary>
internal sealed record LoadedRecord(CustomerRecord Record, Digest Head, StreamSeal Seal);

/// <summary>
/// A ten-second cache of the records that this process loaded or wrote: a briefing and the commands that follow it load once.
/// </summary>
/// <remarks>
/// A cached record may be out of date. That does no harm: the store accepts an append only at the version that it was decided on, with new
/// commitments that are new, and a refusal is decided again on what the store has. While others write to the same customer nothing is
/// cached, because a lost append costs more than a load.
/// </remarks>
internal sealed class RecordCache(int capacity, TimeProvider time)
{
    /// <summary>For how long a record is good for another decision, and for how long none is kept after somebody else wrote.</summary>
    internal static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(10);

    /// <summary>A record with more open commitments is not kept: memory stays bounded, and few customers have so many.</summary>
    internal const int MaxCommitments = 100;

    private readonly Lock _lock = new();
    private Dictionary<StreamKey, Kept> _young = [];
    private Dictionary<StreamKey, Kept> _old = [];
    private long _youngSince = time.GetTimestamp();

    /// <summary>The record of a stream with its open commitments, if it is here.</summary>
    public bool TryFind(StreamKey stream, [NotNullWhen(true)] out LoadedRecord? known)
    {
        lock (_lock)
        {
            known = Find(stream) is { Known: { } found } kept && IsFresh(kept.Since) ? found : null;
        }

        return known is not null;
    }

    /// <summary>Keeps a record, unless a younger one is here or others are writing to the stream.</summary>
    public void Keep(StreamKey stream, LoadedRecord known)
    {
        CustomerRecord open = known.Record.OfOpen();
        if (open.Commitments.Count > MaxCommitments) return;
        var kept = new Kept(ReferenceEquals(open, known.Record) ? known : known with { Record = open }, time.GetTimestamp());
        lock (_lock)
        {
            if (Find(stream) is not { } before || !IsFresh(before.Since) || before.Known?.Record.Version <= open.Version) Put(stream, kept);
        }
    }

    /// <summary>Keeps nothing of a stream for a while: somebody else writes to it, or nobody knows what was written.</summary>
    public void Distrust(StreamKey stream)
    {
        lock (_lock)
        {
            Put(stream, new Kept(Known: null, time.GetTimestamp()));
        }
    }

    private Kept? Find(StreamKey stream) => _young.TryGetValue(stream, out Kept kept) || _old.TryGetValue(stream, out kept) ? kept : null;

    /// <summary>Two generations: when the young ones are too many or too old, the old ones are let go.</summary>
    private void Put(StreamKey stream, Kept kept)
    {
        if (capacity == 0) return;
        bool isFresh = IsFresh(_youngSince);
        if (!isFresh || _young.Count >= capacity - (capacity / 2))
            (_old, _young, _youngSince) = (isFresh && _young.Count <= capacity / 2 ? _young : [], [], kept.Since);
        _young[stream] = kept;
    }

    private bool IsFresh(long since) => time.GetElapsedTime(since) <= MaxAge;

    /// <summary>A record with the time it was kept at, or none where the stream is not to be kept.</summary>
    private readonly record struct Kept(LoadedRecord? Known, long Since);
}
