using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The doctor asks whether the server answers, and nothing else.</summary>
internal sealed class IsABlindDoctor(WorkshopData data) : WorkshopStore(data)
{
    public override Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult(new DoctorReport([]));
}
