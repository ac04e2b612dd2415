using CommitmentLedger.Storage;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class SchemaTests : OwnSchema
{
    private readonly string _fresh = $"fresh_{Guid.NewGuid():N}"[..20];

    public override async Task DisposeAsync()
    {
        if (Raw is not null) await ExecuteAsync($"DROP SCHEMA IF EXISTS {_fresh} CASCADE");
        await base.DisposeAsync();
    }

    [SkippableFact]
    public async Task Processes_that_start_together_create_the_schema_once()
    {
        PostgreSqlLedgerStore[] stores = [.. Enumerable.Range(0, 6).Select(_ => NewStore(schema: _fresh))];
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.EnsureSchemaAsync())));
        (await stores[0].AppendOneAsync(Append(Stream("guest"), 0))).Should().Be(new AppendResult.Appended(1));
        (await ScalarAsync<int>($"SELECT schema_version FROM {_fresh}.ledger")).Should().Be(PostgreSqlSchema.Version);
        foreach (PostgreSqlLedgerStore store in stores) await store.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_store_that_may_not_create_tables_says_so_and_works_once_the_script_was_run()
    {
        await using PostgreSqlLedgerStore store = NewStore(schema: _fresh, ensuresSchema: false);
        Func<Task> load = async () => await store.LoadAsync(Stream("guest"), LoadScope.OpenOnly, default);
        await load.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*PostgreSqlSchema.Script*");

        await ExecuteAsync(PostgreSqlSchema.Script(_fresh));

        (await store.AppendOneAsync(Append(Stream("guest"), 0))).Should().Be(new AppendResult.Appended(1));
        PostgreSqlSchema.Script(_fresh, PostgreSqlSchema.Version).Should().BeEmpty("there is nothing left to do");
    }

    [SkippableFact]
    public async Task Tables_of_a_newer_library_are_left_alone()
    {
        await using (PostgreSqlLedgerStore first = NewStore(schema: _fresh)) await first.EnsureSchemaAsync();
        await ExecuteAsync($"UPDATE {_fresh}.ledger SET schema_version = 999");
        await using PostgreSqlLedgerStore store = NewStore(schema: _fresh);
        Func<Task> append = async () => await store.AppendOneAsync(Append(Stream("guest"), 0));
        await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*update the library*");
        (await store.ExamineAsync(default)).Findings.Select(finding => finding.Code).Should().Contain("schema_newer");
    }

    [SkippableTheory]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Tables_from_before_the_formats_were_fixed_are_refused_with_the_reason_and_left_alone(int version)
    {
        await using (PostgreSqlLedgerStore first = NewStore(schema: _fresh)) await first.EnsureSchemaAsync();
        await ExecuteAsync($"UPDATE {_fresh}.ledger SET schema_version = {version}");
        await using PostgreSqlLedgerStore store = NewStore(schema: _fresh);

        foreach (Func<Task> use in new Func<Task>[] { () => store.AppendOneAsync(Append(Stream("guest"), 0)), () => store.EnsureSchemaAsync() })
            await use.Should().ThrowAsync<LedgerUnavailableException>().WithMessage($"*has version {version} of*given up before the first release*another schema*");

        (await ScalarAsync<int>($"SELECT schema_version FROM {_fresh}.ledger")).Should().Be(version);
        (await store.ExamineAsync(default)).Findings.Select(finding => finding.Code).Should().Contain("schema_unread");
    }

    [SkippableFact]
    public async Task Tables_of_an_older_library_are_upgraded()
    {
        string script = PostgreSqlSchema.Script(_fresh);
        await ExecuteAsync(script[..script.IndexOf("-- Writes many independent appends", StringComparison.Ordinal)]);
        (await ScalarAsync<int>($"SELECT schema_version FROM {_fresh}.ledger")).Should().Be(101);
        await using PostgreSqlLedgerStore store = NewStore(schema: _fresh);
        (await store.AppendOneAsync(Append(Stream("guest"), 0))).Should().Be(new AppendResult.Appended(1));
    }

    [SkippableFact]
    public async Task A_ledger_restored_into_a_younger_cluster_is_refused_until_its_feed_is_rebased()
    {
        StreamKey guest = Stream("guest");
        await using PostgreSqlLedgerStore running = NewStore(schema: _fresh);
        await running.AppendOneAsync(Append(guest, 0));
        await ExecuteAsync($"UPDATE {_fresh}.entry SET feed_tx = feed_tx + 1000000000; UPDATE {_fresh}.head SET feed_tx = feed_tx + 1000000000");

        Func<Task> append = async () => await running.AppendOneAsync(Append(guest, 1));
        await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*rebase_feed()*", "a store that runs notices it on the stream");
        await using PostgreSqlLedgerStore starting = NewStore(schema: _fresh);
        Func<Task> start = async () => await starting.LoadAsync(guest, LoadScope.OpenOnly, default);
        await start.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*rebase_feed()*", "a store that starts refuses");
        (await starting.ExamineAsync(default)).Findings[0].Code.Should().Be("restored_into_younger_cluster");

        await ExecuteAsync($"SELECT {_fresh}.rebase_feed()");

        FeedEntry old = (await starting.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().ContainSingle().Which;
        await starting.AppendOneAsync(Append(Stream("new"), 0));
        (await running.AppendOneAsync(Append(guest, 1))).Should().Be(new AppendResult.Appended(2));
        (await starting.ReadFeedAsync(old.Cursor, default).AllAsync()).Should().HaveCount(2, "old cursors stay good");
    }

    [SkippableTheory]
    [InlineData("Capital")]
    [InlineData("1st")]
    [InlineData("x; drop")]
    [InlineData("")]
    public void A_name_that_would_need_quoting_is_refused(string name)
    {
        Action make = () => _ = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = "Host=localhost", Schema = name });
        make.Should().Throw<ArgumentException>();
        Action script = () => PostgreSqlSchema.Script(name);
        script.Should().Throw<ArgumentException>();
    }
}
