using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>All versions of a list are compared before anything is written.</summary>
internal sealed class JudgesListsAtOnce(WorkshopData data) : WorkshopStore(data)
{
    protected override IReadOnlyList<AppendResult> AppendAll(IReadOnlyList<StreamAppend> appends)
    {
        AppendResult?[] judged = [.. appends.Select(Judge)];
        return [.. appends.Select((append, number) => judged[number] ?? Write(append))];
    }
}
