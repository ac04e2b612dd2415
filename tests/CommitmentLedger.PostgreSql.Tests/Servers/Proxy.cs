using System.Net;
using System.Net.Sockets;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Stands between a store and its server: counts round trips, and cuts connections at a chosen moment.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly Task _accepting;
    private int _roundTrips;
    private volatile Cut _cut;

    public Proxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>When a connection is cut.</summary>
    public enum Cut
    {
        Never,
        BeforeTheRequest,
        BeforeTheReply,
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int RoundTrips => Volatile.Read(ref _roundTrips);

    public Cut Cutting
    {
        set => _cut = value;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient caller = client;
        using var server = new TcpClient { NoDelay = true };
        try
        {
            caller.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            var turn = new Turn();
            await Task.WhenAny(ForwardAsync(caller, server, turn, isRequest: true), ForwardAsync(server, caller, turn, isRequest: false));
        }
        catch (Exception broken) when (broken is SocketException or IOException or ObjectDisposedException)
        {
            // One of the two has gone: so goes the other.
        }
    }

    private async Task ForwardAsync(TcpClient from, TcpClient to, Turn turn, bool isRequest)
    {
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            int length = await from.GetStream().ReadAsync(buffer);
            if (length == 0 || (isRequest ? _cut == Cut.BeforeTheRequest : _cut == Cut.BeforeTheReply)) return;
            if (turn.Take(isRequest)) Interlocked.Increment(ref _roundTrips);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
        }
    }

    /// <summary>Whose turn it is to speak: a request that follows a reply begins a round trip.</summary>
    private sealed class Turn
    {
        private int _isRequest;

        public bool Take(bool isRequest) => Interlocked.Exchange(ref _isRequest, isRequest ? 1 : 0) == 0 && isRequest;
    }
}
