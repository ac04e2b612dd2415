using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>An instance compares with the version that it remembers.</summary>
internal sealed class CachesVersions(WorkshopData data) : WorkshopStore(data)
{
    private readonly Dictionary<StreamKey, long> _versions = [];

    protected override AppendResult? Judge(StreamAppend append)
    {
        if (base.Judge(append) is { } judged and not AppendResult.Conflict) return judged;
        if (!_versions.TryGetValue(append.Stream, out long version)) version = Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream) ? stream.Version : 0;
        return version == append.ExpectedVersion ? null : new AppendResult.Conflict(version);
    }

    protected override AppendResult Write(StreamAppend append)
    {
        _versions[append.Stream] = append.ExpectedVersion + append.Entries.Count;
        return base.Write(append);
    }
}
