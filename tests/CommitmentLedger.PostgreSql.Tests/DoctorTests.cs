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
        codes.Should().NotContain(["index_missing", "partition_missing", "schema_missing", "connection_pooler", "feed_held_back"]);
    }

    [SkippableFact]
    public async Task A_missing_schema_index_or_partition_is_found()
    {
        (await CodesAsync(NewStore(schema: _fresh, ensuresSchema: false))).Should().Contain("schema_missing").And.NotContain("index_missing");
        await using (PostgreSqlLedgerStore store = NewStore(schema: _fresh)) await store.EnsureSchemaAsync();
        await ExecuteAsync($"DROP INDEX {_fresh}.commitment_due; ALTER TABLE {_fresh}.entry DETACH PARTITION {_fresh}.entry_3");

        await using PostgreSqlLedgerStore damaged = NewStore(schema: _fresh);
        DoctorReport report = await damaged.ExamineAsync(default);

        report.IsHealthy.Should().BeFalse();
        report.Findings.Single(finding => finding.Code == "index_missing").Message.Should().Contain("commitment_due").And.NotContain("commitment_owner");
        report.Findings.Single(finding => finding.Code == "partition_missing").Message.Should().Contain("entry").And.NotContain("head");
        report.Findings.Select(finding => finding.IsDanger).Should().BeInDescendingOrder();
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
