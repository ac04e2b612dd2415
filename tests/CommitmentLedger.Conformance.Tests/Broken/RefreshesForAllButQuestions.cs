using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An instance takes note of what others wrote when it loads, writes or reads, but not when it is asked across customers.</summary>
internal sealed class RefreshesForAllButQuestions(WorkshopData data) : WorkshopStore(data)
{
    private CommitmentDocument[]? _index;

    protected override StoredStream? Load(StreamKey key, LoadScope scope)
    {
        _index = null;
        return base.Load(key, scope);
    }

    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion)
    {
        _index = null;
        return base.History(key, afterVersion);
    }

    protected override AppendResult Append(StreamAppend append)
    {
        _index = null;
        return base.Append(append);
    }

    protected override bool Rebuild(StreamDocuments documents)
    {
        _index = null;
        return base.Rebuild(documents);
    }

    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => query.Answer(_index ??= [.. AllDocuments()]);
}
