using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to tenants shows, compiled and run.</summary>
public sealed class TenantsSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commitment-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_companies_share_a_store_and_see_nothing_of_each_other()
    {
        string file = Path.Combine(_folder, "ledger.db");
        var services = new ServiceCollection();
        #region UseTenants
        services.AddCommitmentLedger(options => options.Tenant = TenantId.Of("operator")).UseSqlite(file);
        #endregion
        #region TenantOfItsOwn
        services.AddKeyedSingleton("hotel", (provider, _) => new Ledger(
            provider.GetRequiredService<ILedgerStore>(),
            new LedgerOptions { Tenant = TenantId.Of("hotel"), Zone = DateTimeZoneProviders.Tzdb["Asia/Dubai"] },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<Ledger>>()));
        #endregion
        await using ServiceProvider provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<Ledger>();
        var promise = new Promise { Words = Words.Verbatim("A quiet room."), PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc) };
        var membership = new Actor(Team.Of("membership"), Channel.Phone);
        #region ForTenant
        Ledger hotel = ledger.ForTenant(TenantId.Of("hotel"));
        Ledger bank = ledger.ForTenant(TenantId.Of("bank"));

        // The same customer id in two companies names two customers.
        var customer = CustomerId.Of("7731");
        Receipt receipt = await hotel.ActingAs(membership).For(customer).PromiseAsync(CommitmentId.New(), promise);
        CustomerRecord stranger = await bank.ReadAsync(customer);
        #endregion
        Receipt ofTheBank = await bank.ActingAs(membership).For(CustomerId.Of("8842")).PromiseAsync(CommitmentId.New(), promise);

        stranger.Version.Should().Be(0);
        ofTheBank.Reference.Should().Be(receipt.Reference, "each company numbers its own");
        (await bank.FindAsync(LookupKey.Reference(receipt.Reference)).ToListAsync()).Should().ContainSingle().Which.Customer.Should().Be(CustomerId.Of("8842"));
        var ofItsOwn = provider.GetRequiredKeyedService<Ledger>("hotel");
        Briefing there = await ofItsOwn.ActingAs(membership).For(customer).BriefAsync(new Occasion("check-in"));
        Briefing here = await hotel.ActingAs(membership).For(customer).BriefAsync(new Occasion("check-in"));
        there.Lines.Should().ContainSingle();
        there.Zone.Id.Should().Be("Asia/Dubai");
        here.Zone.Should().Be(DateTimeZone.Utc, "the ledgers that ForTenant gives share the options");
    }

    [Fact]
    public async Task Calendars_of_two_companies_have_names_of_their_own()
    {
        DateTimeZone dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
        var nineToFive = OpenInterval.Between(new LocalTime(9, 0), new LocalTime(17, 0));
        var services = new ServiceCollection();
        #region CalendarsOfTenants
        services.AddCommitmentLedger(options =>
        {
            options.Calendars.Add(new WorkingCalendar("hotel/front office", version: 1, dubai).WithWeekdays(nineToFive));
            options.Calendars.Add(new WorkingCalendar("bank/front office", version: 1, dubai).WithWeekdays(nineToFive));
        }).UseInMemory();
        #endregion
        await using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<Ledger>).Should().NotThrow();
    }
}
