using System.Globalization;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A store whose feed is in order of numbers that calls take when they begin: what two broken stores share.</summary>
internal abstract class NumberedFeedStore(WorkshopData data) : WorkshopStore(data)
{
    private readonly SortedDictionary<(long Number, int Place), FeedEntry> _places = [];
    private readonly SortedSet<long> _active = [];
    private long _last;
    private long _writing;

    /// <summary>Whether an entry stays hidden while a call with a smaller number runs.</summary>
    protected abstract bool WaitsForElders { get; }

    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long number = Once(Begin);
        if (number % 2 == 1) await Task.Delay(5, CancellationToken.None);
        return Once(() =>
        {
            _writing = number;
            IReadOnlyList<AppendResult> results = AppendAll(appends);
            _active.Remove(number);
            return results;
        });
    }

    protected override AppendResult Write(StreamAppend append)
    {
        foreach (StoredEntry entry in append.Entries)
        {
            int place = _places.Count;
            var cursor = new FeedCursor(string.Create(CultureInfo.InvariantCulture, $"{_writing}.{place}"));
            _places.Add((_writing, place), new FeedEntry(cursor, append.Tenant, append.Stream, append.Identity, entry));
        }

        return base.Write(append);
    }

    protected override IEnumerable<FeedEntry> Feed(FeedCursor after)
    {
        long[] parts = after == FeedCursor.Beginning ? [0, -1] : [.. after.Value.Split('.').Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
        long horizon = WaitsForElders && _active.Count > 0 ? _active.Min : long.MaxValue;
        return _places.Where(place => place.Key.CompareTo((parts[0], (int)parts[1])) > 0 && place.Key.Number < horizon).Select(place => place.Value);
    }

    private long Begin()
    {
        _active.Add(++_last);
        return _last;
    }
}
