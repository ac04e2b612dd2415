using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The stream's row is put in place before the append is judged, for whoever comes.</summary>
internal sealed class LosersLeaveTheirIdentity(WorkshopData data) : WorkshopStore(data)
{
    protected override AppendResult? Judge(StreamAppend append)
    {
        AppendResult? answer = base.Judge(append);
        if (answer is AppendResult.Conflict && Data.Streams.TryGetValue(append.Stream, out WorkshopStream? stream)) stream.Identity = append.Identity;
        return answer;
    }
}
