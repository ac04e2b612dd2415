using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class WithinTests : StoreTest
{
    private readonly StreamKey _stream = Some.Stream();

    [Fact]
    public async Task What_is_appended_commits_together_with_business_data()
    {
        ForeignTransaction.Execute(File, "CREATE TABLE bookings (number TEXT)");
        StreamAppend append = Some.Append(_stream, entries: 2, changed: Some.Document(_stream));
        using (var business = new ForeignTransaction(File))
        {
            ILedgerStore within = Store.Within(business.Transaction);
            business.Execute("INSERT INTO bookings VALUES ('HX-2291')");
            (await within.AppendAsync([append], default)).Should().Equal(new AppendResult.Appended(2));
            (await within.LoadAsync(_stream, LoadScope.OpenOnly, default))!.Commitments.ShouldBe(append.Changed);
            (await within.FeedAsync()).Should().HaveCount(2);
            business.Transaction.Commit();
        }

        (await Store.HistoryAsync(_stream)).ShouldBe(append.Entries);
        await Store.ShouldVerifyAsync(_stream);
    }

    [Fact]
    public async Task A_transaction_scope_that_happens_to_be_around_is_nothing_to_the_ledger()
    {
        using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
            await AppendAsync(Some.Append(_stream, entries: 2));

        (await Store.HistoryAsync(_stream)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_store_around_it_that_loses_answers_joins_the_transaction_too_and_disposes_it()
    {
        StreamAppend append = Some.Append(_stream);
        await using (var around = new UnreliableLedgerStore(Store))
        {
            around.WritesAlone.Should().BeTrue();
            around.LoseAnswers(1);
            using var business = new ForeignTransaction(File);
            (await around.Within(business.Transaction).AppendAsync([append], default)).Should().Equal(new AppendResult.Appended(1));
        }

        await FluentActions.Awaiting(() => Store.HistoryAsync(_stream)).Should().ThrowAsync<ObjectDisposedException>();
        FluentActions.Invoking(() => new UnreliableLedgerStore(new InMemoryLedgerStore()).Within(null!)).Should().Throw<NotSupportedException>();
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_there_and_the_feed_skips_nothing()
    {
        await AppendAsync(Some.Append(Some.Stream("before")));
        FeedCursor cursor = (await Store.FeedAsync())[^1].Cursor;
        StreamAppend append = Some.Append(_stream, entries: 3);
        using (var business = new ForeignTransaction(File))
        {
            await Store.Within(business.Transaction).AppendAsync([append], default);
            (await Store.FeedAsync(cursor)).Should().BeEmpty();
            business.Transaction.Rollback();
        }

        (await Store.LoadAsync(_stream, LoadScope.OpenOnly, default)).Should().BeNull();
        (await AppendAsync(append)).Should().Be(new AppendResult.Appended(3));
        (await Store.FeedAsync(cursor)).Select(entry => entry.Entry).ShouldBe(append.Entries);
    }

    [Fact]
    public async Task It_answers_as_the_store_itself_does()
    {
        StreamAppend first = Some.Append(_stream);
        await AppendAsync(first);
        using var business = new ForeignTransaction(File);
        ILedgerStore within = Store.Within(business.Transaction);

        (await within.AppendAsync([first, first with { ContentHash = default }, Some.Append(_stream)], default)).Should().Equal(
            new AppendResult.Replayed(1, 1), new AppendResult.CommandIdReused(), new AppendResult.Conflict(1));
        (await within.AppendAsync([], default)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_append_that_fails_half_way_leaves_the_rest_of_the_transaction()
    {
        await Store.FeedAsync();
        ForeignTransaction.Execute(File, "CREATE TABLE bookings (number TEXT)");
        StreamAppend bad = Some.Append(_stream, entries: 2);
        bad = bad with { Entries = [bad.Entries[0], bad.Entries[0]] };
        using (var business = new ForeignTransaction(File))
        {
            business.Execute("INSERT INTO bookings VALUES ('HX-2291')");
            ILedgerStore within = Store.Within(business.Transaction);
            await FluentActions.Awaiting(() => within.AppendAsync([Some.Append(Some.Stream("x")), bad], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();
            (await within.FeedAsync()).Should().BeEmpty();
            business.Transaction.Commit();
        }

        (await Store.RunOnWriterAsync(connection => connection.QueryNumber("SELECT count(*) FROM bookings"))).Should().Be(1);
        (await Store.FeedAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("rolled back")]
    [InlineData("disposed")]
    [InlineData("closed")]
    [InlineData("committed by a statement")]
    [InlineData("rolled back by a statement")]
    public async Task A_transaction_that_has_ended_is_refused_before_anything_is_written(string how)
    {
        await Store.FeedAsync();
        using var business = new ForeignTransaction(File);
        ILedgerStore within = Store.Within(business.Transaction);
        business.End(how);

        FluentActions.Invoking(() => Store.Within(business.Transaction)).Should().Throw<ArgumentException>().WithMessage("*has ended*Begin another and call Within*");
        await FluentActions.Awaiting(() => within.AppendAsync([Some.Append(_stream)], default).AsTask())
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*has ended. Nothing was written; begin another*");
        (await Store.FeedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_transaction_on_another_file_is_refused()
    {
        await Store.FeedAsync();
        string other = Path.Combine(Folder, "other.db");
        ForeignTransaction.Execute(other, "CREATE TABLE x (y)");
        using var business = new ForeignTransaction(other);

        FluentActions.Invoking(() => Store.Within(business.Transaction)).Should().Throw<ArgumentException>().WithMessage("*another database*Begin one on a connection to that file*");
        business.Transaction.Commit();
        await using var untouched = new SqliteLedgerStore(other);
        (await untouched.ExamineAsync(default)).Findings.Should().ContainSingle(finding => finding.Code == "not_created");
    }

    [Fact]
    public void A_transaction_on_a_database_in_memory_is_on_another()
    {
        using var business = new ForeignTransaction(":memory:");

        FluentActions.Invoking(() => Store.Within(business.Transaction)).Should().Throw<ArgumentException>().WithMessage("*another database*");
    }

    [Fact]
    public void A_transaction_of_another_provider_is_refused()
    {
        using var foreign = new OtherTransaction();

        FluentActions.Invoking(() => Store.Within(foreign)).Should().Throw<ArgumentException>().WithMessage("*is of type OtherTransaction*not one of Microsoft.Data.Sqlite*Begin one*");
        FluentActions.Invoking(() => Store.Within(null!)).Should().Throw<ArgumentNullException>();
    }

    [SkippableFact]
    public async Task The_same_file_by_another_name_is_the_same_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "Making a symbolic link needs a privilege on Windows.");
        await Store.FeedAsync();
        string link = Path.Combine(Folder, "link.db");
        System.IO.File.CreateSymbolicLink(link, File);
        using var business = new ForeignTransaction(link);

        FluentActions.Invoking(() => Store.Within(business.Transaction)).Should().NotThrow();
    }

    [Fact]
    public async Task Cancelled_before_it_began_nothing_is_written()
    {
        await Store.FeedAsync();
        using var business = new ForeignTransaction(File);
        ILedgerStore within = Store.Within(business.Transaction);

        await FluentActions.Awaiting(async () => await within.AppendAsync([Some.Append(_stream)], new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        (await within.FeedAsync()).Should().BeEmpty();
    }
}
