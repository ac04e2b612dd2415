using CommitmentLedger.Storage;
using CommitmentLedger.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using Microsoft.Extensions.Logging;

namespace CommitmentLedger.Transactions.Tests.Hosts;

/// <summary>The ledger as one process of the application has it.</summary>
internal sealed class Host : IAsyncDisposable
{
    public Host(BusinessDatabase database, LedgerOptions? options = null, TimeProvider? time = null, ILogger<Ledger>? logger = null)
    {
        Store = database.NewStore();
        Ledger = new Ledger(Store, options, time ?? new ManualTime(Some.Monday), logger);
    }

    public ILedgerStore Store { get; }

    public Ledger Ledger { get; }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await ((IAsyncDisposable)Store).DisposeAsync();
    }
}
