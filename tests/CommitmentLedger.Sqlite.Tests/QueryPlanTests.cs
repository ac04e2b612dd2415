using CommitmentLedger.Sqlite.Tests.Support;
using Xunit.Abstractions;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>Every statement that reads goes through an index, so that its cost does not grow with what it does not ask for.</summary>
public sealed class QueryPlanTests : IDisposable
{
    /// <summary>What begins and ends transactions has no plan.</summary>
    private static readonly Statement[] Unplanned = [Statements.Begin, Statements.Commit, Statements.SavepointBegin, Statements.SavepointRelease, Statements.SavepointRollback];

    private readonly TempFolder _folder = new();
    private readonly ITestOutputHelper _output;
    private readonly Connection _connection;

    public QueryPlanTests(ITestOutputHelper output)
    {
        _output = output;
        _connection = new DatabaseFile(new SqliteLedgerOptions { Path = _folder.File() }).OpenWriter();
    }

    public static TheoryData<string, string[]> Expected => new()
    {
        { "Load", ["sqlite_autoindex_ledger_streams_1 (stream=?)", "ledger_commands USING PRIMARY KEY (stream_number=? AND command=?)", "ledger_commitments_by_id (stream_number=? AND is_open=?)", "ledger_commitments_by_id (stream_number=? AND is_open=? AND commitment=?)"] },
        { "LoadOpen", ["sqlite_autoindex_ledger_streams_1 (stream=?)", "ledger_commitments_by_id (stream_number=? AND is_open=?)"] },
        { "JudgeAppend", ["sqlite_autoindex_ledger_streams_1 (stream=?)", "ledger_commands USING PRIMARY KEY (stream_number=? AND command=?)"] },
        { "FindDocument", ["ledger_commitments_by_id (stream_number=? AND is_open=? AND commitment=?)"] },
        { "ReadLookups", ["ledger_commitments_by_id (stream_number=?)"] },
        { "RemoveDocuments", ["ledger_commitments_by_id (stream_number=?)"] },
        { "RemoveLookup", ["PRIMARY KEY (lookup=? AND commitment_number=?)"] },
        { "ChangeDocument", ["INTEGER PRIMARY KEY (rowid=?)"] },
        { "ChangeState", ["INTEGER PRIMARY KEY (rowid=?)"] },
        { "ChangeStream", ["INTEGER PRIMARY KEY (rowid=?)"] },
        { "ReplaceRecord", ["INTEGER PRIMARY KEY (rowid=?)"] },
        { "Scrub", ["ledger_entries_by_version (stream_number=? AND version=?)"] },
        { "FindStream", ["sqlite_autoindex_ledger_streams_1 (stream=?)"] },
        { "ReadHistory", ["ledger_entries_by_version (stream_number=? AND version>?)"] },
        { "ReadFeed", ["e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)", "s USING INTEGER PRIMARY KEY (rowid=?)"] },
        { "ReadFeedEnd", ["SEARCH ledger_entries", "INTEGER PRIMARY KEY (rowid=?)"] },
        { "FindDueBefore", ["ledger_commitments_due (tenant=? AND (due,stream,commitment)>(?,?,?) AND due<?)"] },
        { "FindOwnedBy", ["ledger_commitments_owned (tenant=? AND owner=? AND (due,stream,commitment)>(?,?,?))"] },
        { "FindWithLookup", ["PRIMARY KEY (lookup=?)", "c USING INTEGER PRIMARY KEY (rowid=?)"] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_statement_uses_its_index(string name, string[] steps)
    {
        List<string> plan = Plan(Statements.All.Single(statement => statement.Name == name));

        foreach (string step in steps) plan.Should().Contain(line => line.Contains(step));
    }

    [Fact]
    [Proves("GEN-04", 'a')]
    public void No_statement_walks_a_table_and_only_those_that_share_a_key_are_sorted()
    {
        foreach (Statement statement in Statements.All)
        {
            Plan(statement).Should().NotContain(line => line.Contains("SCAN ledger") || line.Contains("SCAN l") || line.Contains("SCAN c ") || line.Contains("SCAN e") || line.Contains("SCAN s")
                || (line.Contains("TEMP B-TREE") && statement != Statements.FindWithLookup) || line.Contains("AUTOMATIC"));
        }
    }

    [Fact]
    public void Every_statement_that_has_a_plan_is_listed_here()
    {
        var listed = Expected.Select(row => (string)row[0]).ToHashSet();

        Statements.All.Where(statement => Plan(statement).Count > 0).Select(statement => statement.Name).Should().BeSubsetOf(listed);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    private List<string> Plan(Statement statement)
    {
        if (Unplanned.Contains(statement)) return [];
        List<string> plan = _connection.Query($"EXPLAIN QUERY PLAN {statement.Text}", row => row.Text(3));
        foreach (string line in plan) _output.WriteLine($"{statement.Name}: {line}");
        return plan;
    }
}
