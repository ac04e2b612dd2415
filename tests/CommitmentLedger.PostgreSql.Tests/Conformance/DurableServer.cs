namespace CommitmentLedger.PostgreSql.Tests.Conformance;

/// <summary>The ordinary server with fsync turned on while the kit runs: with it off, the store's doctor is right to find a danger.</summary>
public sealed class DurableServer : IAsyncLifetime
{
    private bool _isDurable;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_isDurable) await Servers.SetOrdinaryDurableAsync(isDurable: false);
    }

    /// <summary>Turns it on, when it is not on yet. Only for a test that has found a server: what is not there is not started for this.</summary>
    internal async Task EnsureAsync()
    {
        if (!_isDurable) await Servers.SetOrdinaryDurableAsync(isDurable: true);
        _isDurable = true;
    }
}
