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
    public void UsePostgreSql_gives_the_ledger_a_store_that_the_container_disposes()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UsePostgreSql("Host=localhost");
        PostgreSqlLedgerStore store;
        using (ServiceProvider provider = services.BuildServiceProvider())
        {
            store = provider.GetRequiredService<PostgreSqlLedgerStore>();
            provider.GetRequiredService<ILedgerStore>().Should().BeSameAs(store);
        }

        FluentActions.Invoking(() => { _ = store.ExamineAsync(default); }).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void The_last_store_chosen_counts()
    {
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UsePostgreSql("Host=one").UseStore<InMemoryLedgerStore>();

        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<ILedgerStore>().Should().BeOfType<InMemoryLedgerStore>();
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_when_the_store_is_chosen()
    {
        using var source = NpgsqlDataSource.Create("Host=localhost");

        Refused(_ => { }, "*PostgreSqlLedgerOptions.ConnectionString is empty*Set ConnectionString or DataSource*");
        Refused(options => (options.ConnectionString, options.DataSource) = ("Host=h", source), "*are both set. Set one of them*");
        Refused(options => (options.ConnectionString, options.Schema) = (" ", "My Schema"), "*ConnectionString is empty*PostgreSqlLedgerOptions.Schema: *lower-case*");
        Refused(options => (options.ConnectionString, options.Schema) = ("Host=h;Multiplexing=true", null!), "*ConnectionString turns Multiplexing on*PostgreSqlLedgerOptions.Schema: *");
        Refused(options => options.ConnectionString = "Host=h;Prot=1", "*ConnectionString cannot be used*Prot*Write it as Npgsql does*");
        Refused(options => options.ConnectionString = "Host=h;Port=secret", "*ConnectionString cannot be used*Write it as Npgsql does*");
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_not_repeated() =>
        FluentActions.Invoking(() => new PostgreSqlLedgerStore("Host=h;Password=a;Port=secret")).Should().Throw<ArgumentException>().Which.ToString().Should().NotContain("secret");

    [Fact]
    public async Task Changing_the_options_afterwards_changes_nothing()
    {
        PostgreSqlLedgerOptions? kept = null;
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UsePostgreSql(options =>
        {
            options.ConnectionString = "Host=h";
            kept = options;
        });
        kept!.ConnectionString = null;

        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<PostgreSqlLedgerStore>().Should().NotBeNull();
    }

    [Theory]
    [InlineData("Host=h", 8, true, 0)]
    [InlineData("Host=h;MaxPoolSize=3;No Reset On Close=false;Max Auto Prepare=9", 3, false, 9)]
    public async Task What_the_connection_string_says_goes_before_what_the_store_prefers(string text, int poolSize, bool staysAsItIs, int prepared)
    {
        await using ConnectionPool pool = ConnectionPool.Create(text);
        var used = new NpgsqlConnectionStringBuilder(pool.ConnectionString);
        (used.MaxPoolSize, used.NoResetOnClose, used.MaxAutoPrepare).Should().Be((poolSize, staysAsItIs, prepared));
    }

    private static void Refused(Action<PostgreSqlLedgerOptions> configure, string message)
    {
        var options = new PostgreSqlLedgerOptions();
        configure(options);
        FluentActions.Invoking(() => new PostgreSqlLedgerStore(options)).Should().Throw<ArgumentException>().WithMessage(message);
        FluentActions.Invoking(() => new ServiceCollection().AddCommitmentLedger().UsePostgreSql(configure)).Should().Throw<ArgumentException>().WithMessage(message);
    }
}
