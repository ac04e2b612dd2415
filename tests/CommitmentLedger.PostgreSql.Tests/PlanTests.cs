using CommitmentLedger.Storage;
using NodaTime;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class PlanTests : OwnSchema
{
    private const int Streams = 4_000;

    [SkippableFact]
    [Proves("GEN-04", 'a')]
    public async Task No_operation_reads_a_table_from_end_to_end()
    {
        await Store.ImportAsync(ManyAsync(), progress: null, default);
        await ExecuteAsync("ANALYZE");
        TenantKey hotel = TenantKey.For(Hotel);
        StreamKey guest = Stream("guest 17");
        List<FeedEntry> all = await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        var operations = new Dictionary<string, Func<ILedgerStore, Task>>(StringComparer.Ordinal)
        {
            ["load"] = async store => await store.LoadAsync(guest, LoadScope.OpenOnly, default),
            ["load with closed and command"] = async store => await store.LoadAsync(guest, new LoadScope([CommitmentId.New()], CommandId.New()), default),
            ["append"] = async store => (await store.AppendOneAsync(Append(guest, 2, changed: Document(guest, CommitmentId.New())))).Should().Be(new AppendResult.Appended(3)),
            ["replay"] = async store => await store.AppendOneAsync(Append(guest, 3)),
            ["history"] = async store => await store.ReadHistoryAsync(guest, 1, default).AllAsync(),
            ["feed"] = async store => await store.ReadFeedAsync(all[^20].Cursor, default).AllAsync(),
            ["due"] = async store => (await store.FindAsync(new CommitmentQuery.DueBefore(hotel, Noon + Duration.FromSeconds(40)), default).AllAsync()).Should().NotBeEmpty(),
            ["owner"] = async store => (await store.FindAsync(new CommitmentQuery.OwnedBy(hotel, "team 7"), default).AllAsync()).Should().NotBeEmpty(),
            ["lookup"] = async store => (await store.FindAsync(new CommitmentQuery.WithLookup(hotel, Lookup("booking 9")), default).AllAsync()).Should().ContainSingle(),
        };
        foreach ((string name, Func<ILedgerStore, Task> operation) in operations)
        {
            (long whole, long index) = await ScansAsync(operation);
            whole.Should().Be(0, "{0} goes by an index", name);
            index.Should().BePositive("{0} reads something", name);
        }
    }

    [SkippableTheory]
    [InlineData(nameof(Statements.LoadOpen), "uuid", "NULL", "using head_pkey", "using commitment_open")]
    [InlineData(
        nameof(Statements.Load),
        "uuid[], uuid[], bigint[], uuid[], uuid[]",
        "'{}', '{}', '{}', '{}', '{}'",
        "using head_pkey",
        "commitment_open",
        "using commitment_pkey",
        "using entry_command")]
    public async Task A_plan_made_while_the_tables_were_empty_is_the_right_one_when_they_are_full(string name, string types, string values, params string[] indexes)
    {
        string fresh = $"fresh_{Guid.NewGuid():N}"[..20];
        await using (PostgreSqlLedgerStore store = NewStore(schema: fresh)) await store.EnsureSchemaAsync();
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        var statements = new Statements(new SchemaName(fresh));
        string load = name == nameof(Statements.Load) ? statements.Load : statements.LoadOpen;
        await using (var prepare = new NpgsqlCommand($"SET plan_cache_mode = force_generic_plan; PREPARE load ({types}) AS {load}", connection)) await prepare.ExecuteNonQueryAsync();
        await using (var explain = new NpgsqlCommand($"EXPLAIN EXECUTE load ({values})", connection))
        {
            var lines = new List<string>();
            await using NpgsqlDataReader reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
            string plan = string.Join('\n', lines);
            plan.Should().ContainAll(indexes).And.NotContain("Seq Scan").And.NotContain("Hash").And.NotContain("Merge");
        }

        await ExecuteAsync($"DROP SCHEMA {fresh} CASCADE");
    }

    [SkippableFact]
    public async Task The_function_that_appends_keeps_the_right_plans_when_its_tables_grow()
    {
        string fresh = $"fresh_{Guid.NewGuid():N}"[..20];
        await using PostgreSqlLedgerStore store = NewStore(schema: fresh);
        await store.EnsureSchemaAsync();
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        StreamKey guest = Stream("first"), later = Stream("guest 17");
        StreamAppend first = Append(guest, 0, changed: Document(guest, CommitmentId.New()));
        await store.AppendOneAsync(first);
        await ExecuteAsync("ANALYZE");
        await using (NpgsqlTransaction small = await connection.BeginTransactionAsync())
        {
            (await store.Within(small).AppendOneAsync(Append(guest, 1, changed: first.Changed[0]))).Should().BeOfType<AppendResult.Appended>("the plans are made now");
            await small.CommitAsync();
        }

        await store.ImportAsync(ManyAsync(), progress: null, default);
        await using (NpgsqlTransaction large = await connection.BeginTransactionAsync())
        {
            (long whole, _) = await CountedAsync(large, fresh);
            (await store.Within(large).AppendOneAsync(Append(later, 2, changed: Document(later, CommitmentId.New())))).Should().Be(new AppendResult.Appended(3));
            ((await CountedAsync(large, fresh)).Whole - whole).Should().Be(0);
        }

        await ExecuteAsync($"DROP SCHEMA {fresh} CASCADE");
    }

    [SkippableFact]
    public async Task A_change_that_touches_no_index_is_made_in_place()
    {
        StreamKey guest = Stream("guest");
        CommitmentDocument document = Document(guest, CommitmentId.New(), due: Noon, keys: ["one"]);
        await Store.AppendOneAsync(Append(guest, 0, changed: document));
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await Store.Within(transaction).AppendOneAsync(Append(guest, 1, changed: document with { State = "changed"u8.ToArray() }));
        await using var command = new NpgsqlCommand("SELECT sum(n_tup_upd)::bigint, sum(n_tup_hot_upd)::bigint FROM pg_stat_xact_user_tables WHERE schemaname = $1", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Schema });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        (row.GetInt64(0), row.GetInt64(1)).Should().Be((2L, 2L), "head and commitment are updated without touching an index");
    }

    /// <summary>How many scans of whole tables and of indexes an operation makes, as the server counts them within a transaction.</summary>
    private async Task<(long Whole, long Index)> ScansAsync(Func<ILedgerStore, Task> operation)
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using (var generic = new NpgsqlCommand("SET plan_cache_mode = force_generic_plan", connection)) await generic.ExecuteNonQueryAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();

        // The server's counters may still hold what an earlier user of this connection did: the difference is the operation's.
        (long whole, long index) = await CountedAsync(transaction);
        await operation(Store.Within(transaction));
        (long wholeAfter, long indexAfter) = await CountedAsync(transaction);
        return (wholeAfter - whole, indexAfter - index);
    }

    private async Task<(long Whole, long Index)> CountedAsync(NpgsqlTransaction transaction, string? schema = null)
    {
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(sum(seq_scan), 0)::bigint, coalesce(sum(idx_scan), 0)::bigint FROM pg_stat_xact_user_tables WHERE schemaname = $1 AND relname <> 'ledger'",
            transaction.Connection,
            transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = schema ?? Schema });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static async IAsyncEnumerable<StreamAppend> ManyAsync()
    {
        await Task.CompletedTask;
        for (int number = 0; number < Streams; number++)
        {
            StreamKey stream = Stream($"guest {number}");
            yield return Append(
                stream,
                0,
                entries: 2,
                changed:
                [
                    Document(stream, CommitmentId.New(), due: Noon + Duration.FromSeconds(number), owner: $"team {number % 100}", keys: $"booking {number}"),
                    Document(stream, CommitmentId.New(), isOpen: false, due: Noon),
                ]);
        }
    }
}
