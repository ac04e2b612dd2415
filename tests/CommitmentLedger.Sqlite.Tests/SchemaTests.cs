using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class SchemaTests : StoreTest
{
    private const string SecondScript = "CREATE TABLE ledger_second (number INTEGER NOT NULL PRIMARY KEY) STRICT; INSERT INTO ledger_second VALUES (2);";

    [Fact]
    public async Task The_first_use_creates_the_file_with_its_marks_and_settings()
    {
        System.IO.File.Exists(File).Should().BeFalse();
        await Store.FeedAsync();

        using Connection connection = new DatabaseFile(new SqliteLedgerOptions { Path = File }).OpenWriter();
        connection.QueryNumber("PRAGMA application_id").Should().Be(SchemaUpgrade.ApplicationId);
        connection.QueryNumber("PRAGMA user_version").Should().Be(SchemaUpgrade.VersionOf(SchemaUpgrade.Scripts));
        connection.QueryText("PRAGMA journal_mode").Should().Be("wal");
        connection.QueryNumber("PRAGMA synchronous").Should().Be(2);
        connection.QueryNumber("PRAGMA secure_delete").Should().Be(1);
        connection.Query("SELECT name FROM pragma_table_list WHERE schema = 'main' AND name LIKE 'ledger%' AND strict = 0", row => row.Text(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task Normal_durability_is_what_the_connection_gets()
    {
        await using SqliteLedgerStore normal = OpenAnother(options => options.Durability = SqliteDurability.Normal);
        await normal.FeedAsync();

        (await normal.ExamineAsync(default)).Findings.Should().ContainSingle().Which.Code.Should().Be("durability_normal");
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_to_date_and_what_is_kept_stays()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        using Connection connection = new DatabaseFile(new SqliteLedgerOptions { Path = File }).OpenWriter();

        SchemaUpgrade.Ensure(connection, [.. SchemaUpgrade.Scripts, SecondScript]);
        SchemaUpgrade.Ensure(connection, [.. SchemaUpgrade.Scripts, SecondScript]);

        connection.QueryNumber("PRAGMA user_version").Should().Be(SchemaUpgrade.VersionOf(SchemaUpgrade.Scripts) + 1);
        connection.QueryNumber("SELECT count(*) FROM ledger_second").Should().Be(1);
        connection.QueryNumber("SELECT count(*) FROM ledger_entries").Should().Be(1);
    }

    [Fact]
    public async Task An_upgrade_that_fails_leaves_the_file_as_it_was()
    {
        await Store.FeedAsync();
        using Connection connection = new DatabaseFile(new SqliteLedgerOptions { Path = File }).OpenWriter();

        FluentActions.Invoking(() => SchemaUpgrade.Ensure(connection, [.. SchemaUpgrade.Scripts, SecondScript, "NOT SQL"])).Should().Throw<SqliteError>();

        connection.QueryNumber("PRAGMA user_version").Should().Be(SchemaUpgrade.VersionOf(SchemaUpgrade.Scripts));
        connection.Query("SELECT name FROM sqlite_schema WHERE name = 'ledger_second'", row => row.Text(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await AppendAsync(Some.Append(Some.Stream()));
        await Store.DisposeAsync();
        ForeignTransaction.Execute(File, "PRAGMA user_version = 999");
        await using SqliteLedgerStore older = OpenAnother();

        foreach (Func<Task> use in new Func<Task>[] { () => older.FeedAsync(), () => older.AppendAsync([Some.Append(Some.Stream("x"))], default).AsTask() })
            await use.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*schema version 999*Update the library*");

        (await older.ExamineAsync(default)).Findings.Should().ContainSingle().Which.Code.Should().Be("schema_newer");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_file_from_before_the_formats_were_fixed_is_refused_with_the_reason_and_left_alone(int version)
    {
        await AppendAsync(Some.Append(Some.Stream()));
        await Store.DisposeAsync();
        ForeignTransaction.Execute(File, $"PRAGMA user_version = {version}");
        await using SqliteLedgerStore later = OpenAnother();

        foreach (Func<Task> use in new Func<Task>[] { () => later.FeedAsync(), () => later.AppendAsync([Some.Append(Some.Stream("x"))], default).AsTask() })
            await use.Should().ThrowAsync<LedgerUnavailableException>().WithMessage($"*schema version {version},*given up before the first release*another file*");

        (await later.ExamineAsync(default)).Findings.Should().ContainSingle().Which.Code.Should().Be("schema_unread");
    }

    [Fact]
    public async Task A_database_of_another_application_is_refused_and_left_alone()
    {
        ForeignTransaction.Execute(File, "PRAGMA application_id = 7; PRAGMA user_version = 3; CREATE TABLE theirs (x)");

        await FluentActions.Awaiting(() => Store.FeedAsync()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*another application*");

        using var transaction = new ForeignTransaction(File);
        transaction.Execute("INSERT INTO theirs VALUES (1)");
        FluentActions.Invoking(() => transaction.Execute("SELECT * FROM ledger_streams")).Should().Throw<Microsoft.Data.Sqlite.SqliteException>();
    }

    [Fact]
    public async Task A_database_that_holds_tables_of_its_own_may_hold_the_ledger_too()
    {
        ForeignTransaction.Execute(File, "CREATE TABLE bookings (number TEXT)");

        (await AppendAsync(Some.Append(Some.Stream()))).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task Many_stores_may_open_a_new_file_at_once()
    {
        for (int file = 0; file < 40; file++)
        {
            string path = Path.Combine(Folder, $"new-{file}.db");
            SqliteLedgerStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => new SqliteLedgerStore(path))];
            using var start = new Barrier(stores.Length);

            AppendResult[] results = await Task.WhenAll(stores.Select((store, number) => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return store.AppendAsync([Some.Append(Some.Stream($"guest-{number}"))], default).AsTask();
                },
                default,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap().ContinueWith(done => done.GetAwaiter().GetResult()[0], TaskScheduler.Default)));

            results.Should().AllBeEquivalentTo(new AppendResult.Appended(1));
            foreach (SqliteLedgerStore store in stores) await store.DisposeAsync();
        }
    }
}
