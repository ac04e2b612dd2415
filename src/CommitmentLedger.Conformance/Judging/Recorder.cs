using System.Collections.Concurrent;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>Calls one stream of a store and writes down what was asked, what was answered and when.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private long _clock;

    public IReadOnlyCollection<RecordedCall> Calls => _calls;

    public async Task<AppendResult?> AppendAsync(int worker, ILedgerStore store, StreamAppend append, CancellationToken cancellationToken)
    {
        var call = new StreamCall.Append(append.Command, append.ContentHash, append.ExpectedVersion, append.Entries.Count);
        long began = Interlocked.Increment(ref _clock);
        try
        {
            AppendResult result = await store.AppendOneAsync(append, cancellationToken).ConfigureAwait(false);
            _calls.Enqueue(new RecordedCall(worker, call, Show.Result(result), began, Interlocked.Increment(ref _clock)));
            return result;
        }
        catch (LedgerOutcomeUnknownException)
        {
            _calls.Enqueue(new RecordedCall(worker, call, Answer: null, began, long.MaxValue));
            return null;
        }
    }

    public async Task<StoredStream?> LoadAsync(int worker, ILedgerStore store, StreamKey stream, CommandId command, CancellationToken cancellationToken)
    {
        long began = Interlocked.Increment(ref _clock);
        StoredStream? stored = await store.LoadAsync(stream, new LoadScope([], command), cancellationToken).ConfigureAwait(false);
        string answer = StreamState.Answer(stored?.Version ?? 0, stored?.Command);
        _calls.Enqueue(new RecordedCall(worker, new StreamCall.Load(command), answer, began, Interlocked.Increment(ref _clock)));
        return stored;
    }
}
