using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests;

public class RegistrationTests : OwnSchema
{
    [SkippableFact]
    public async Task A_ledger_on_PostgreSQL_promises_and_briefs()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UsePostgreSql(options => (options.ConnectionString, options.Schema) = (Server, Schema));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ActingLedger membership = provider.GetRequiredService<Ledger>().ActingAs(new Actor(Team.Of("membership"), Channel.Phone));
        var guest = CustomerId.Of("guest-7731");
        var promise = new Promise
        {
            Words = Words.Verbatim("Four adults can stay."),
            Terms = [Term.Of("adults", 4)],
            PromisedDue = Deadline.At(TestData.Noon + Duration.FromDays(36_500), DateTimeZoneProviders.Tzdb["Asia/Dubai"]),
            Matter = LookupKey.Booking("HX-2291"),
        };

        Receipt receipt = await membership.For(guest).PromiseAsync(CommitmentId.New(), promise);

        Briefing briefing = await membership.For(guest).BriefAsync(new Occasion("check-in"));
        briefing.ToText().Should().Contain(receipt.Reference.ToString());
    }

    [Fact]
    public void Options_that_name_no_server_or_two_are_refused_when_the_store_is_resolved()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UsePostgreSql(_ => { });
        using ServiceProvider provider = services.BuildServiceProvider();
        Action resolve = () => provider.GetRequiredService<ILedgerStore>();
        resolve.Should().Throw<ArgumentException>().WithMessage("*Set ConnectionString or DataSource*");
        using var source = NpgsqlDataSource.Create("Host=localhost");
        Action both = () => _ = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = "Host=localhost", DataSource = source });
        both.Should().Throw<ArgumentException>().WithMessage("*Set one of them*");
    }

    [Theory]
    [InlineData("Host=h", 8, true, 0)]
    [InlineData("Host=h;MaxPoolSize=3;No Reset On Close=false;Max Auto Prepare=9", 3, false, 9)]
    public async Task What_the_connection_string_says_goes_before_what_the_store_prefers(string text, int poolSize, bool staysAsItIs, int prepared)
    {
        await using LedgerPool pool = LedgerPool.Create(text);
        var used = new NpgsqlConnectionStringBuilder(pool.ConnectionString);
        (used.MaxPoolSize, used.NoResetOnClose, used.MaxAutoPrepare).Should().Be((poolSize, staysAsItIs, prepared));
    }
}
