using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The bulk copy replaces on conflict.</summary>
internal sealed class ImportsOverWhatIsThere(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult Import(StreamAppend append)
    {
        Data.Streams.Remove(append.Stream);
        return Write(append);
    }
}
