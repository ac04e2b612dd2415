using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The doctor clears what it takes for rubbish.</summary>
internal sealed class IsAMeddlingDoctor(WorkshopData data) : WorkshopStore(data)
{
    public override Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken)
    {
        foreach (WorkshopStream stream in Data.Streams.Values) stream.Documents.Clear();
        return base.ExamineAsync(cancellationToken);
    }
}
