using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>Lets the callers of this process who write to one stream queue up instead of racing each other to the store.</summary>
internal sealed class StreamGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamKey, Gate> _gates = [];

    /// <summary>Waits until nobody else of this process writes to the stream; disposing what it gives lets the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(StreamKey stream, CancellationToken cancellationToken)
    {
        Gate? gate;
        lock (_lock)
        {
            if (!_gates.TryGetValue(stream, out gate)) _gates.Add(stream, gate = new Gate(this, stream));
            gate.Users++;
        }

        try
        {
            await gate.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            return gate;
        }
        catch
        {
            Leave(gate);
            throw;
        }
    }

    private void Leave(Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0) _gates.Remove(gate.Stream);
        }
    }

    private sealed class Gate(StreamGates gates, StreamKey stream) : IDisposable
    {
        public StreamKey Stream => stream;

        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }

        public void Dispose()
        {
            Turn.Release();
            gates.Leave(this);
        }
    }
}
