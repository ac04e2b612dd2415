using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>Answers from memory and writes to the file in the background, ten appends later.</summary>
internal sealed class AcknowledgesBeforeDurable(ILedgerStore file) : ForwardingStore(file)
{
    private const int Buffered = 10;

    private readonly Queue<StreamAppend> _buffer = new();
    private readonly Dictionary<StreamKey, StoredStream> _known = [];

    public override async ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        _known.TryGetValue(stream, out StoredStream? known) ? known : await base.LoadAsync(stream, scope, cancellationToken);

    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        foreach (StreamAppend append in appends)
        {
            _buffer.Enqueue(append);
            _known[append.Stream] = new StoredStream(append.Identity, append.ExpectedVersion + append.Entries.Count, append.Head, append.Record, append.Changed, Command: null);
        }

        while (_buffer.Count > Buffered) await Store.AppendAsync([_buffer.Dequeue()], cancellationToken);
        return [.. appends.Select(append => new AppendResult.Appended(append.ExpectedVersion + append.Entries.Count))];
    }
}
