using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An instance sees what others wrote when it is asked anything, except for history: that comes from what it saw last.</summary>
internal sealed class RefreshesForAllButHistory(WorkshopData data) : WorkshopStore(data)
{
    private readonly Dictionary<StreamKey, StoredEntry[]> _seen = [];

    protected override StoredStream? Load(StreamKey key, LoadScope scope)
    {
        _seen.Clear();
        return base.Load(key, scope);
    }

    protected override IEnumerable<FeedEntry> Feed(FeedCursor after)
    {
        _seen.Clear();
        return base.Feed(after);
    }

    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query)
    {
        _seen.Clear();
        return base.Find(query);
    }

    protected override AppendResult Append(StreamAppend append)
    {
        _seen.Clear();
        return base.Append(append);
    }

    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion)
    {
        if (!_seen.TryGetValue(key, out StoredEntry[]? entries)) _seen.Add(key, entries = [.. base.History(key, 0)]);
        return entries.Where(entry => entry.Version > afterVersion);
    }
}
