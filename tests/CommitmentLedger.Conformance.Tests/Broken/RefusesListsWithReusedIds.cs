using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>One reused id fails the whole list.</summary>
internal sealed class RefusesListsWithReusedIds(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends) =>
        appends.Any(append => Judge(append) is AppendResult.CommandIdReused) ? [.. appends.Select(_ => new AppendResult.CommandIdReused())] : base.AppendAll(appends);
}
