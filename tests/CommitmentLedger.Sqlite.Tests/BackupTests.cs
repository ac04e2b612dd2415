using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class BackupTests : StoreTest
{
    private string Copy => Path.Combine(Folder, "copy.db");

    [Fact]
    public async Task A_backup_is_a_ledger_of_its_own()
    {
        StreamAppend append = Some.Append(Some.Stream(), entries: 3, changed: Some.Document(Some.Stream()));
        await AppendAsync(append);

        await Store.BackupToAsync(Copy);
        await AppendAsync(Some.Append(Some.Stream("later")));

        Directory.GetFiles(Folder, "copy*").Should().Equal(Copy);
        await using var copy = new SqliteLedgerStore(Copy);
        (await copy.FeedAsync()).Select(entry => entry.Entry).ShouldBe(append.Entries);
        await copy.ShouldVerifyAsync(append.Stream);
        (await copy.AppendAsync([Some.Append(Some.Stream("x"))], default)).Should().Equal(new AppendResult.Appended(1));
        (await copy.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_of_one_point_in_time()
    {
        for (int number = 0; number < 200; number++)
            await AppendAsync(Some.Append(Some.Stream($"guest-{number}"), entries: 2) with { Record = new byte[9_000] });
        using var source = new CancellationTokenSource();
        Task writing = Task.Run(async () =>
        {
            for (int number = 0; !source.IsCancellationRequested; number++) await AppendAsync(Some.Append(Some.Stream($"more-{number}"), entries: 2));
        });

        await Store.BackupToAsync(Copy);
        await source.CancelAsync();
        await writing;

        await using var copy = new SqliteLedgerStore(Copy);
        List<FeedEntry> feed = await copy.FeedAsync();
        feed.Should().HaveCountGreaterThanOrEqualTo(400).And.HaveCountLessThanOrEqualTo((await Store.FeedAsync()).Count);
        foreach (StreamKey stream in feed.Select(entry => entry.Stream).Distinct()) await copy.ShouldVerifyAsync(stream);
    }

    [Fact]
    public async Task A_file_that_exists_is_not_overwritten()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        await System.IO.File.WriteAllTextAsync(Copy, "precious");

        await FluentActions.Awaiting(() => Store.BackupToAsync(Copy)).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*exists already*");

        (await System.IO.File.ReadAllTextAsync(Copy)).Should().Be("precious");
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_ledger_stays_usable()
    {
        await AppendAsync(Some.Append(Some.Stream()));

        await FluentActions.Awaiting(() => Store.BackupToAsync(Path.Combine(Folder, "no", "such", "folder.db")))
            .Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*could not be made*");

        (await AppendAsync(Some.Append(Some.Stream("x")))).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task Given_up_it_leaves_no_file()
    {
        await AppendAsync(Some.Append(Some.Stream()));

        await FluentActions.Awaiting(() => Store.BackupToAsync(Copy, new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        Directory.GetFiles(Folder, "copy*").Should().BeEmpty();
    }
}
