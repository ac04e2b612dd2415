using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A host that starts while another has a business transaction open, with an append in it, waits for nothing.</summary>
public class StartingTests : OwnSchema
{
    /// <summary>Less than the five seconds after which an append gives up waiting for a lock.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private static readonly StreamKey Guest = Stream("guest");

    public override async Task DisposeAsync()
    {
        if (Raw is not null) await ExecuteAsync($"DROP SCHEMA IF EXISTS {Schema}_old CASCADE");
        await base.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_host_opens_examines_and_serves_others()
    {
        await Store.AppendOneAsync(Append(Guest, 0));
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction business = await connection.BeginTransactionAsync();
        await Store.Within(business).AppendAsync([Append(Guest, 1), Append(Stream("new guest"), 0)], default);

        await StartAsync(Schema);

        await business.CommitAsync();
        (await Store.LoadAsync(Guest, LoadScope.OpenOnly, default))!.Version.Should().Be(2);
    }

    [SkippableFact]
    public async Task A_host_of_a_newer_version_upgrades_the_schema()
    {
        string schema = $"{Schema}_old";
        await using PostgreSqlLedgerStore older = NewStore(schema: schema);
        await older.AppendOneAsync(Append(Guest, 0));
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction business = await connection.BeginTransactionAsync();
        await older.Within(business).AppendAsync([Append(Guest, 1), Append(Stream("new guest"), 0)], default);
        await ExecuteAsync($"DROP FUNCTION {schema}.append; DROP FUNCTION {schema}.rebase_feed; UPDATE {schema}.ledger SET schema_version = 101");

        await StartAsync(schema);

        await business.CommitAsync();
        (await older.LoadAsync(Guest, LoadScope.OpenOnly, default))!.Version.Should().Be(2);
        (await ScalarAsync<int>($"SELECT schema_version FROM {schema}.ledger")).Should().Be(PostgreSqlSchema.Version);
    }

    private async Task StartAsync(string schema)
    {
        await using PostgreSqlLedgerStore starting = NewStore(schema: schema);
        await starting.EnsureSchemaAsync().WaitAsync(Limit);
        (await starting.ExamineAsync(default).WaitAsync(Limit)).Findings.Should().NotContain(finding => finding.Code == "schema_missing");
        (await starting.LoadAsync(Guest, LoadScope.OpenOnly, default).AsTask().WaitAsync(Limit))!.Version.Should().Be(1, "the transaction is still open");
        (await starting.AppendOneAsync(Append(Stream("other"), 0)).WaitAsync(Limit)).Should().Be(new AppendResult.Appended(1));
    }
}
