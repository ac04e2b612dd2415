using System.Data.Common;
using CommitmentLedger.Tests;
using CommitmentLedger.Transactions.Tests.Databases;

namespace CommitmentLedger.Transactions.Tests.Hosts;

/// <summary>A base for tests that are written once and run on every kind of database: each has one of its own, and a ledger of which it holds on to the clock.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "IAsyncLifetime.DisposeAsync disposes them; xunit calls it.")]
public abstract class BusinessTest<TDatabase> : IAsyncLifetime
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    private TDatabase? _database;
    private Host? _host;
    private string? _reasonToSkip;

    /// <summary>The database of this test; without a server the test that asks for it is skipped.</summary>
    private protected TDatabase Database
    {
        get
        {
            Skip.If(_reasonToSkip is not null, _reasonToSkip);
            return _database!;
        }
    }

    /// <summary>The ledger outside any transaction.</summary>
    private protected Ledger Ledger => (_host ??= new Host(Database, NewOptions(), Time)).Ledger;

    private protected ManualTime Time { get; } = new(Some.Monday);

    /// <summary>Whether the application's table is there before the test begins.</summary>
    protected virtual bool BeginsWithOrders => true;

    public async Task InitializeAsync()
    {
        try
        {
            _database = await TDatabase.CreateAsync();
        }
        catch (SkipException reason)
        {
            // Only a test can be skipped; what prepares it cannot.
            _reasonToSkip = reason.Message;
            return;
        }

        if (!BeginsWithOrders) return;
        await using DbConnection connection = await _database.OpenAsync();
        await connection.RunAsync(Shop.CreateOrders);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private protected virtual LedgerOptions NewOptions() => new();

    /// <summary>Another process sees the order and its promise, each once, and the promise by its reference.</summary>
    private protected async Task ShouldStandAsync(string number, Receipt receipt, TenantId? tenant = null)
    {
        await using var another = new Host(Database);
        Ledger ledger = another.Ledger.ForTenant(tenant ?? TenantId.Of("default"));
        (await OrderNumbersAsync()).Should().ContainSingle(order => order == number);
        Commitment promised = (await ledger.FindAsync(LookupKey.Reference(receipt.Reference)).AllAsync()).Should().ContainSingle().Which;
        promised.Id.Should().Be(receipt.Commitment);
        promised.Promise.Should().Be(Some.PromiseAbout(number));
        (await ledger.FindAsync(LookupKey.Of("order", number)).AllAsync()).Should().ContainSingle().Which.Should().Be(promised);
        (await ledger.ReadHistoryAsync(promised.Customer).AllAsync()).Should().ContainSingle(entry => entry.Event is Promised && ((Promised)entry.Event).Commitment == promised.Id);
        (await ledger.VerifyAsync(promised.Customer)).IsSound.Should().BeTrue();
    }

    /// <summary>Another process sees neither the order nor a promise about it, nor that anybody ever gave one.</summary>
    private protected async Task ShouldBeGoneAsync(string number, Receipt receipt)
    {
        await using var another = new Host(Database);
        (await OrderNumbersAsync()).Should().NotContain(number);
        (await another.Ledger.FindAsync(LookupKey.Reference(receipt.Reference)).AllAsync()).Should().BeEmpty();
        (await another.Ledger.FindAsync(LookupKey.Of("order", number)).AllAsync()).Should().BeEmpty();
        (await another.Ledger.ReadHistoryAsync(Some.Guest).AllAsync()).Should().NotContain(entry => entry.Event is Promised && ((Promised)entry.Event).Commitment == receipt.Commitment);
        (await Ledger.FindAsync(LookupKey.Of("order", number)).AllAsync()).Should().BeEmpty("the ledger outside the transaction remembers nothing of it");
    }

    private protected async Task<List<string>> OrderNumbersAsync()
    {
        await using DbConnection connection = await Database.OpenAsync();
        return await connection.OrderNumbersAsync();
    }
}
