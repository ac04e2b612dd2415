using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Disposing closes the file; the memory goes on answering.</summary>
internal sealed class AnswersAfterDisposal(WorkshopData data) : WorkshopStore(data), IDisposable
{
    public void Dispose()
    {
    }
}
