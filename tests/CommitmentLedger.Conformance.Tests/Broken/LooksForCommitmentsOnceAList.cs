using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Commitments that must be new are looked for once, before the first append of a list is written.</summary>
internal sealed class LooksForCommitmentsOnceAList(WorkshopData data) : WorkshopStore(data)
{
    private HashSet<(StreamKey, CommitmentId)> _before = [];

    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends)
    {
        _before = [.. AllDocuments().Select(document => (document.Stream, document.Commitment))];
        return base.AppendAll(appends);
    }

    protected override bool IsThere(StreamAppend append, CommitmentId commitment) => _before.Contains((append.Stream, commitment));
}
