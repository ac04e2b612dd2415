using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The doctor finds a danger in everything.</summary>
internal sealed class IsAnAlarmedDoctor(WorkshopData data) : WorkshopStore(data)
{
    public override Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new DoctorReport([new DoctorFinding("index_missing", IsDanger: true, "An index is missing. Create it.")]));
}
