using CommitmentLedger.Storage;
using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests;

public class DoctorTests : OwnSchema
{
    private readonly string _fresh = $"fresh_{Guid.NewGuid():N}"[..20];

    public override async Task DisposeAsync()
    {
        if (Raw is not null) await ExecuteAsync($"DROP SCHEMA IF EXISTS {_fresh} CASCADE");
        await base.DisposeAsync();
    }

    [SkippableFact]
    public async Task Settings_that_endanger_what_is_kept_are_found()
    {
        string[] codes = await CodesAsync(NewStore("Options=-c synchronous_commit=off -c default_transaction_read_only=on", ensuresSchema: false));
        codes.Should().Contain(["synchronous_commit_off", "server_read_only"]);
        codes.Should().NotContain(["index_missing", "schema_missing", "connection_pooler", "feed_held_back"]);
    }

    [SkippableFact]
    public async Task A_missing_schema_or_table_is_found()
    {
        (await CodesAsync(NewStore(schema: _fresh, ensuresSchema: false))).Should().Contain("schema_missing").And.NotContain("index_missing");
        await using (PostgreSqlLedgerStore store = NewStore(schema: _fresh)) await store.EnsureSchemaAsync();
        await ExecuteAsync($"DROP TABLE {_fresh}.entry");

        await using PostgreSqlLedgerStore damaged = NewStore(schema: _fresh);
        DoctorReport report = await damaged.ExamineAsync(default);

        report.IsHealthy.Should().BeFalse();
        report.Findings.Should().Contain(finding => finding.Code == "schema_missing" && finding.IsDanger);
        report.Findings.Select(finding => finding.IsDanger).Should().BeInDescendingOrder().And.Contain([true, false]);
    }

    [SkippableTheory]
    [InlineData("DROP INDEX {0}.commitment_due", "commitment_due", false)]
    [InlineData("DROP INDEX {0}.commitment_open", "commitment_open", false)]
    [InlineData("DROP INDEX {0}.entry_feed", "entry_feed", false)]
    [InlineData("DROP INDEX {0}.entry_command", "entry_command", true)]
    [InlineData("ALTER TABLE {0}.head DROP CONSTRAINT head_pkey", "head_pkey", true)]
    [InlineData("DROP INDEX {0}.entry_command; CREATE INDEX entry_command ON {0}.entry (stream, command)", "entry_command", true)]
    public async Task A_missing_index_is_a_danger_when_it_keeps_duplicates_out(string deed, string name, bool isDanger)
    {
        await using PostgreSqlLedgerStore store = NewStore(schema: _fresh);
        await store.EnsureSchemaAsync();
        await ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, deed, _fresh));

        DoctorFinding finding = (await store.ExamineAsync(default)).Findings.Single(finding => finding.Code == "index_missing");

        finding.IsDanger.Should().Be(isDanger);
        finding.Message.Should().Contain($": {name}.");
    }

    [SkippableFact]
    public async Task A_prepared_transaction_that_was_forgotten_holds_the_feed_back_and_is_found()
    {
        Skip.If(await ScalarAsync<string>(Server.Length > 0 ? "SHOW max_prepared_transactions" : "") == "0", "The server allows no prepared transactions.");
        Examination seen = await ExamineAsync();
        seen.HorizonAge.Should().BeNull();
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using (var begin = new NpgsqlCommand($"BEGIN; SELECT pg_current_xact_id(); PREPARE TRANSACTION '{_fresh}'", connection)) await begin.ExecuteNonQueryAsync();
        try
        {
            seen = await ExamineAsync();
            seen.HorizonAge.Should().BeGreaterThanOrEqualTo(0);
            (seen with { HorizonAge = 61 }).Findings(isSchemaThere: true).Should().Contain(finding => finding.Code == "feed_held_back" && !finding.IsDanger);
        }
        finally
        {
            await ExecuteAsync($"ROLLBACK PREPARED '{_fresh}'");
        }
    }

    private static async Task<string[]> CodesAsync(PostgreSqlLedgerStore store)
    {
        await using PostgreSqlLedgerStore own = store;
        return [.. (await own.ExamineAsync(default)).Findings.Select(finding => finding.Code)];
    }

    private async Task<Examination> ExamineAsync()
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        return await Examination.MakeAsync(connection, new Statements(new SchemaName(Schema)), default);
    }
}
