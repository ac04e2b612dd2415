using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using SQLitePCL;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class FailureTests : StoreTest
{
    [Fact]
    public async Task A_file_that_is_not_a_database_is_refused_and_left_alone()
    {
        string text = string.Concat(Enumerable.Repeat("these are minutes of a meeting, not a database\n", 50));
        await System.IO.File.WriteAllTextAsync(File, text);

        await ShouldBeUnavailableAsync(Store, "*is not a SQLite database*Name another file*");

        (await System.IO.File.ReadAllTextAsync(File)).Should().Be(text);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(File);

        await ShouldBeUnavailableAsync(Store, "*is a folder*");
    }

    [Fact]
    public async Task A_missing_folder_is_refused_and_works_once_it_is_there()
    {
        string folder = Path.Combine(Folder, "not", "there");
        await using var store = new SqliteLedgerStore(Path.Combine(folder, "ledger.db"));
        await ShouldBeUnavailableAsync(store, "*folder*does not exist*Create it*");

        Directory.CreateDirectory(folder);

        (await store.AppendAsync([Some.Append(Some.Stream())], default)).Should().Equal(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_the_doctor_says_damaged()
    {
        for (int number = 0; number < 50; number++) await AppendAsync(Some.Append(Some.Stream($"guest-{number}"), entries: 5));
        await Store.DisposeAsync();
        byte[] bytes = await System.IO.File.ReadAllBytesAsync(File);
        Array.Fill(bytes, (byte)0xEE, 4_096, bytes.Length - 4_096);
        await System.IO.File.WriteAllBytesAsync(File, bytes);
        await using SqliteLedgerStore again = OpenAnother();

        await ShouldBeUnavailableAsync(again, "*is damaged*restore a backup*");

        DoctorReport report = await again.ExamineAsync(default);
        report.IsHealthy.Should().BeFalse();
        report.Findings.Should().Contain(finding => finding.Code == "damaged");
    }

    [Fact]
    public async Task A_row_that_makes_no_sense_is_refused_without_saying_what_is_in_it()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        ForeignTransaction.Execute(File, "UPDATE ledger_streams SET head = x'0102'; UPDATE ledger_entries SET command = x''");

        await FluentActions.Awaiting(() => Store.LoadAsync(Some.Stream(), LoadScope.OpenOnly, default).AsTask())
            .Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*cannot read*doctor*");
        await FluentActions.Awaiting(() => Store.FeedAsync()).Should().ThrowAsync<LedgerUnavailableException>();
    }

    [Fact]
    public async Task A_lock_that_is_held_for_too_long_is_definite_and_the_next_append_succeeds()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        await using SqliteLedgerStore impatient = OpenAnother(options => options.BusyTimeout = TimeSpan.Zero);
        StreamAppend append = Some.Append(Some.Stream("guest-2"));
        using (new ForeignTransaction(File))
        {
            await FluentActions.Awaiting(() => impatient.AppendAsync([append], default).AsTask())
                .Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*locked*BusyTimeout*");
        }

        (await impatient.AppendAsync([append], default)).Should().Equal(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task A_lock_that_is_let_go_in_time_is_waited_for()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        Task<AppendResult> waiting;
        using (new ForeignTransaction(File))
        {
            waiting = AppendAsync(Some.Append(Some.Stream("guest-2")));
            waiting.IsCompleted.Should().BeFalse();
        }

        (await waiting).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task A_commit_whose_outcome_nobody_knows_is_said_to_be_unknown_and_repeating_finds_out()
    {
        StreamAppend append = Some.Append(Some.Stream());
        await AppendAsync(Some.Append(Some.Stream("guest-2")));
        await Store.RunOnWriterAsync(connection =>
        {
            raw.sqlite3_commit_hook(connection.Handle, static _ => 1, null);
            return true;
        });

        await FluentActions.Awaiting(() => AppendAsync(append)).Should().ThrowAsync<LedgerOutcomeUnknownException>().WithMessage("*same command id*");

        (await AppendAsync(append)).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task An_append_that_fails_half_way_takes_the_whole_list_with_it()
    {
        StreamAppend good = Some.Append(Some.Stream("guest-2"));
        StreamAppend bad = Some.Append(Some.Stream(), entries: 2);
        bad = bad with { Entries = [bad.Entries[0], bad.Entries[0]] };

        await FluentActions.Awaiting(() => Store.AppendAsync([good, bad], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();

        (await Store.FeedAsync()).Should().BeEmpty();
        (await AppendAsync(good)).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task A_missing_index_or_table_never_shows_as_an_error_of_SQLite()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        ForeignTransaction.Execute(File, "DROP TABLE ledger_commands");

        await FluentActions.Awaiting(() => AppendAsync(Some.Append(Some.Stream("x")))).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*doctor*");
    }

    private static async Task ShouldBeUnavailableAsync(SqliteLedgerStore store, string message)
    {
        foreach (Func<Task> use in new Func<Task>[]
        {
            () => store.AppendAsync([Some.Append(Some.Stream())], default).AsTask(),
            () => store.LoadAsync(Some.Stream(), LoadScope.OpenOnly, default).AsTask(),
            () => store.HistoryAsync(Some.Stream()),
            () => store.FeedAsync(),
            () => store.FindAllAsync(new CommitmentQuery.OwnedBy(TenantKey.For(Some.Hotel), "reception")),
        })
        {
            await use.Should().ThrowAsync<LedgerUnavailableException>().WithMessage(message);
        }
    }
}
