using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A statement for each entry of each append.</summary>
internal sealed class AppendsOneByOne(WorkshopData data) : WorkshopStore(data)
{
    public override ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        foreach (StoredEntry _ in appends.SelectMany(append => append.Entries)) Once(() => true);
        return base.AppendAsync(appends, cancellationToken);
    }
}
