using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A reader who stops early keeps its connection; the pool has a hundred.</summary>
internal sealed class LeaksReaders(WorkshopData data) : WorkshopStore(data)
{
    private int _connections;

    public override async IAsyncEnumerable<StoredEntry> ReadHistoryAsync(
        StreamKey stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (++_connections > 100) throw new LedgerUnavailableException("The pool of connections is exhausted.");
        await foreach (StoredEntry entry in base.ReadHistoryAsync(stream, afterVersion, cancellationToken)) yield return entry;
        _connections--;
    }
}
