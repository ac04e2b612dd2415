using System.Data.Common;
using CommitmentLedger.PostgreSql.Tests;
using CommitmentLedger.Transactions.Tests.Databases;
using CommitmentLedger.Transactions.Tests.Hosts;
using NodaTime;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>Within a transaction the ledger is the same one: its company, clock, calendars, options, logger and references.</summary>
public abstract class KeepingTests<TDatabase> : BusinessTest<TDatabase>
    where TDatabase : BusinessDatabase, IStartsEmpty<TDatabase>
{
    private static readonly TenantId Hotel = TenantId.Of("hotel");
    private static readonly DateTimeZone Dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
    private static readonly WorkingCalendar Hours = new WorkingCalendar("front desk", 3, Dubai).WithEveryDay(OpenInterval.Parse("08:00-20:00"));

    [SkippableFact]
    public async Task The_company_is_kept_and_changed_as_outside()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.InsertAsync("HX-1", Some.Guest);
        await transaction.InsertAsync("HX-2", Some.Guest);
        await transaction.InsertAsync("HX-3", Some.Guest);

        Receipt own = await Ledger.Within(transaction).PromiseAsync("HX-1");
        Receipt hotels = await Ledger.ForTenant(Hotel).Within(transaction).PromiseAsync("HX-2");
        Receipt hotelsToo = await Ledger.Within(transaction).ForTenant(Hotel).PromiseAsync("HX-3");
        await transaction.CommitAsync();

        await ShouldStandAsync("HX-1", own);
        await ShouldStandAsync("HX-2", hotels, Hotel);
        await ShouldStandAsync("HX-3", hotelsToo, Hotel);
        (await Ledger.ReadAsync(Some.Guest)).Commitments.Should().ContainSingle();
        (await Ledger.ForTenant(Hotel).ReadAsync(Some.Guest)).Commitments.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task The_clock_goes_on()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        Ledger within = Ledger.Within(transaction);
        Receipt first = await within.PromiseAsync("HX-1");
        Time.Now += Duration.FromHours(3);
        Receipt second = await within.PromiseAsync("HX-2");
        await transaction.CommitAsync();

        (first.At, second.At).Should().Be((Some.Monday, Some.Monday + Duration.FromHours(3)));
        (await Ledger.ReadHistoryAsync(Some.Guest).AllAsync()).Select(entry => entry.RecordedAt).Should().Equal(first.At, second.At);
    }

    [SkippableFact]
    public async Task Deadlines_count_by_the_calendars_of_the_ledger_outside()
    {
        var id = CommitmentId.New();
        var due = Deadline.Within(BusinessTime.FromHours(10), Some.Monday, Hours);
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        CustomerLedger guest = Ledger.Within(transaction).ActingAs(Some.Desk).For(Some.Guest);
        await guest.PromiseAsync(id, Some.PromiseAbout("HX-1") with { PromisedDue = due });
        await guest.PauseAsync(id, Party.Customer, "waits for the passport");
        Time.Now += Duration.FromHours(2);
        await guest.ResumeAsync(id);
        await transaction.CommitAsync();

        Commitment promised = (await Ledger.FindAsync(Some.Guest, id))!;
        promised.DueTimes!.Due.Should().Be(due.Due + Duration.FromHours(2));
    }

    [SkippableFact]
    public async Task Times_are_told_in_the_zone_of_the_options()
    {
        await using DbConnection connection = await Database.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        Ledger within = Ledger.Within(transaction);
        await within.PromiseAsync("HX-1");

        Briefing briefing = await within.ActingAs(Some.Desk).For(Some.Guest).BriefAsync(new Occasion("call"));
        await transaction.CommitAsync();

        briefing.Zone.Should().Be(Dubai);
    }

    [SkippableFact]
    public async Task What_cannot_be_read_is_told_to_the_logger_of_the_ledger_outside()
    {
        var log = new CollectingLogger();
        await using var host = new Host(Database, logger: log);
        await host.Ledger.PromiseAsync("HX-1");
        await using DbConnection connection = await Database.OpenAsync();
        await connection.RunAsync(Database.SpoilCommitments);
        await using DbTransaction transaction = await connection.BeginTransactionAsync();

        (await host.Ledger.Within(transaction).ReadAsync(Some.Guest)).Commitments.Should().BeEmpty();

        log.Lines.Should().ContainSingle().Which.Should().Contain("cannot be read");
    }

    [SkippableFact]
    public async Task References_are_everybodys_own_whatever_is_rolled_back()
    {
        var given = new List<Receipt> { await Ledger.PromiseAsync("HX-0") };
        await using DbConnection connection = await Database.OpenAsync();
        for (int round = 1; round <= 3; round++)
        {
            await using DbTransaction transaction = await connection.BeginTransactionAsync();
            Ledger within = Ledger.Within(transaction);
            given.Add(await within.PromiseAsync($"HX-{round}-kept"));
            await transaction.SaveAsync("lost");
            await within.PromiseAsync($"HX-{round}-lost");
            await transaction.RollbackAsync("lost");
            given.Add(await within.PromiseAsync($"HX-{round}-last"));
            if (round == 2)
            {
                await transaction.RollbackAsync();
                given.RemoveRange(given.Count - 2, 2);
            }
            else await transaction.CommitAsync();

            given.Add(await Ledger.PromiseAsync($"HX-{round}-outside"));
        }

        await using var another = new Host(Database);
        given.Add(await another.Ledger.PromiseAsync("HX-9"));
        given.Select(receipt => receipt.Reference).Should().OnlyHaveUniqueItems();
        foreach (Receipt receipt in given)
            (await Ledger.FindAsync(LookupKey.Reference(receipt.Reference)).AllAsync()).Should().ContainSingle().Which.Id.Should().Be(receipt.Commitment);
    }

    private protected override LedgerOptions NewOptions() => new() { Zone = Dubai, Calendars = { Hours } };
}

public sealed class KeepingOnSqliteTests : KeepingTests<SqliteDatabase>;

[Collection(nameof(OrdinaryServer))]
public sealed class KeepingOnPostgreSqlTests : KeepingTests<PostgreSqlDatabase>;
