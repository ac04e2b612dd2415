using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>What is acknowledged is in a buffer that is written every fifth time.</summary>
internal sealed class AcknowledgesFromABuffer(WorkshopData disk) : WorkshopStore(Read(disk))
{
    private int _buffered;

    protected override AppendResult Write(StreamAppend append)
    {
        AppendResult result = base.Write(append);
        if (++_buffered % 5 == 0) disk.CopyFrom(Data);
        return result;
    }

    private static WorkshopData Read(WorkshopData disk)
    {
        var memory = new WorkshopData();
        memory.CopyFrom(disk);
        return memory;
    }
}
