using Microsoft.Extensions.Logging;

namespace CommitmentLedger.Transactions.Tests.Hosts;

/// <summary>Keeps what is logged.</summary>
internal sealed class CollectingLogger : ILogger<Ledger>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception));
}
