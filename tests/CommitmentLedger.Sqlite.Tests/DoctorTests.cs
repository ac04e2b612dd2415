using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class DoctorTests : StoreTest
{
    [Fact]
    public async Task A_ledger_in_use_has_no_findings()
    {
        await AppendAsync(Some.Append(Some.Stream(), entries: 3, changed: Some.Document(Some.Stream())));

        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_yet_is_not_created_by_looking()
    {
        DoctorReport report = await Store.ExamineAsync(default);

        report.Findings.Should().ContainSingle().Which.Code.Should().Be("not_created");
        report.IsHealthy.Should().BeTrue();
        System.IO.File.Exists(File).Should().BeFalse();
    }

    [Theory]
    [InlineData("DROP INDEX ledger_commitments_due", "index_missing", false)]
    [InlineData("DROP INDEX ledger_commitments_owned", "index_missing", false)]
    [InlineData("DROP INDEX ledger_commitments_by_id", "index_missing", true)]
    [InlineData("DROP INDEX ledger_entries_by_version", "index_missing", true)]
    [InlineData("DROP TABLE ledger_lookups", "table_missing", true)]
    [InlineData("ALTER TABLE ledger_streams ADD COLUMN theirs TEXT", "table_altered", true)]
    [InlineData("DROP INDEX ledger_commitments_due; CREATE INDEX ledger_commitments_due ON ledger_commitments (due)", "index_altered", false)]
    [InlineData("CREATE INDEX theirs ON ledger_entries (team)", "index_foreign", false)]
    [InlineData("CREATE TRIGGER theirs AFTER INSERT ON ledger_entries BEGIN DELETE FROM ledger_lookups; END", "trigger_foreign", true)]
    public async Task What_somebody_did_to_the_schema_is_found(string deed, string code, bool isDanger)
    {
        await Store.FeedAsync();
        ForeignTransaction.Execute(File, deed);

        DoctorReport report = await Store.ExamineAsync(default);

        DoctorFinding finding = report.Findings.Should().ContainSingle().Which;
        (finding.Code, finding.IsDanger).Should().Be((code, isDanger));
        report.IsHealthy.Should().Be(!isDanger);
    }

    [Fact]
    public async Task An_older_schema_a_foreign_file_and_another_journal_mode_are_found_and_left_as_they_are()
    {
        await Store.FeedAsync();
        await Store.DisposeAsync();
        await ShouldFindAsync("PRAGMA journal_mode = DELETE", "journal_mode");
        await ShouldFindAsync("PRAGMA user_version = 0", "schema_outdated");
        await ShouldFindAsync("PRAGMA application_id = 1", "foreign_file");
    }

    [Fact]
    public async Task A_log_that_a_reader_keeps_from_being_emptied_is_found()
    {
        await Store.FeedAsync();
        await using (var log = new FileStream(File + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            log.SetLength(300L * 1024 * 1024);

        (await Store.ExamineAsync(default)).Findings.Should().ContainSingle().Which.Code.Should().Be("log_large");
    }

    [Fact]
    public async Task What_is_no_database_cannot_be_examined()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5_000));

        await FluentActions.Awaiting(() => Store.ExamineAsync(default)).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*not a SQLite database*");
    }

    private async Task ShouldFindAsync(string deed, string code)
    {
        ForeignTransaction.Execute(File, deed);
        await using SqliteLedgerStore store = OpenAnother();
        for (int time = 0; time < 2; time++)
            (await store.ExamineAsync(default)).Findings.Should().ContainSingle().Which.Code.Should().Be(code);
    }
}
