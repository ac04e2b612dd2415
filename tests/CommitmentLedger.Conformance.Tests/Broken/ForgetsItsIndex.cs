using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The index for questions is kept in memory and not built again.</summary>
internal sealed class ForgetsItsIndex(WorkshopData data) : WorkshopStore(data)
{
    private readonly HashSet<CommitmentId> _index = [];

    protected override AppendResult Write(StreamAppend append)
    {
        _index.UnionWith(append.Changed.Select(document => document.Commitment));
        return base.Write(append);
    }

    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) => query.Answer(AllDocuments().Where(document => _index.Contains(document.Commitment)));
}
