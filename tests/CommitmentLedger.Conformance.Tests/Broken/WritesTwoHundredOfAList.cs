using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A list beyond the size of a statement is written up to there.</summary>
internal sealed class WritesTwoHundredOfAList(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends) =>
    [
        .. base.AppendAll([.. appends.Take(200)]),
        .. appends.Skip(200).Select(append => new AppendResult.Appended(append.ExpectedVersion + append.Entries.Count)),
    ];
}
