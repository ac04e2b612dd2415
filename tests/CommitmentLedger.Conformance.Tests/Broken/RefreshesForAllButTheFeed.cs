using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An instance takes note of what others wrote when it loads, writes or is asked, but not when its feed is read.</summary>
internal sealed class RefreshesForAllButTheFeed(WorkshopData data) : WorkshopStore(data)
{
    private int _end;

    protected override StoredStream? Load(StreamKey key, LoadScope scope)
    {
        Refresh();
        return base.Load(key, scope);
    }

    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion)
    {
        Refresh();
        return base.History(key, afterVersion);
    }

    protected override AppendResult Append(StreamAppend append)
    {
        AppendResult result = base.Append(append);
        Refresh();
        return result;
    }

    protected override AppendResult Import(StreamAppend append)
    {
        AppendResult result = base.Import(append);
        Refresh();
        return result;
    }

    public override void Recover()
    {
        base.Recover();
        Refresh();
    }

    protected override IEnumerable<FeedEntry> Feed(FeedCursor after) => base.Feed(after).Take(Math.Max(0, _end - Position(after)));

    private void Refresh() => _end = Data.Feed.Count;
}
