using CommitmentLedger.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CommitmentLedger.Hosting.Tests;

/// <summary>The ledger in a host: what is wrong shows at the start, and the health check says what the store's doctor says.</summary>
public sealed class HostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-host-").FullName;

    private string LedgerFile => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_host_does_not_start_with_wrong_options_and_names_all_of_them()
    {
        using IHost host = HostWith(services => services.AddCommitmentLedger(options =>
        {
            options.MaxAttempts = 0;
            options.RecentCustomers = -1;
            options.Calendars.Add(null!);
        }).UseInMemory());

        OptionsValidationException wrong = (await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        wrong.Failures.Should().BeEquivalentTo(
            "LedgerOptions.MaxAttempts is outside 1 to 100.", "LedgerOptions.RecentCustomers is outside 0 to 100,000.", "LedgerOptions.Calendars[0] is null; leave it out.");
    }

    [Fact]
    public async Task A_sound_store_is_healthy()
    {
        using IHost host = HostWith(services => services.AddCommitmentLedger().UseSqlite(LedgerFile));
        await PromiseAsync(host);

        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        report.Entries["commitment-ledger"].Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_store_that_lost_what_truth_rests_on_is_unhealthy_and_says_what_to_do()
    {
        using IHost host = HostWith(services => services.AddCommitmentLedger().UseSqlite(LedgerFile));
        await PromiseAsync(host);
        RunSql("DROP INDEX " + UniqueIndex());

        HealthReportEntry entry = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["commitment-ledger"];

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().NotBeEmpty();
        entry.Data.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_unhealthy()
    {
        await File.WriteAllTextAsync(LedgerFile, string.Concat(Enumerable.Repeat("no database ", 1_000)));
        using IHost host = HostWith(services => services.AddCommitmentLedger().UseSqlite(LedgerFile));

        HealthReportEntry entry = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["commitment-ledger"];

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Exception.Should().BeOfType<LedgerUnavailableException>();
    }

    [Fact]
    public async Task A_store_without_a_doctor_is_healthy()
    {
        using IHost host = HostWith(services => services.AddCommitmentLedger().UseInMemory());

        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status.Should().Be(HealthStatus.Healthy);
        host.Services.GetRequiredService<InMemoryLedgerStore>().Should().BeSameAs(host.Services.GetRequiredService<ILedgerStore>());
    }

    [Fact]
    public async Task Another_secret_than_the_ledger_was_begun_with_is_unhealthy()
    {
        var store = new InMemoryLedgerStore();
        using (IHost begun = HostWith(services => services.AddCommitmentLedger().UseStore(_ => store).UseSecret(LedgerSecret.Of(new byte[32])))) await PromiseAsync(begun);
        using IHost host = HostWith(services => services.AddCommitmentLedger().UseStore(_ => store).UseSecret(LedgerSecret.Of(new byte[40])));

        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        (report.Status, report.Entries.Single().Value.Description).Should().Be((HealthStatus.Unhealthy, "The secret of the ledger is not the one that it was begun with."));
    }

    private static IHost HostWith(Action<IServiceCollection> register)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        register(builder.Services);
        builder.Services.AddHealthChecks().AddCheck<LedgerHealthCheck>("commitment-ledger");
        return builder.Build();
    }

    private static Task PromiseAsync(IHost host)
    {
        var promise = new Promise { Words = Words.Verbatim("We call back."), PromisedDue = Deadline.At(NodaTime.SystemClock.Instance.GetCurrentInstant() + NodaTime.Duration.FromHours(1), NodaTime.DateTimeZone.Utc) };
        return host.Services.GetRequiredService<Ledger>().ActingAs(new Actor(Team.Of("desk"), Channel.Phone)).For(CustomerId.Of("guest-7731")).PromiseAsync(CommitmentId.New(), promise);
    }

    /// <summary>An index by which the file keeps duplicates out.</summary>
    private string UniqueIndex() => (string)RunSql("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%' ORDER BY name LIMIT 1")!;

    private object? RunSql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={LedgerFile};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
