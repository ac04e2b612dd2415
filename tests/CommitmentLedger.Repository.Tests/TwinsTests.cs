using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests;

/// <summary>The two adapters are twins: the same folders, and one name for what both have.</summary>
public partial class TwinsTests
{
    private const string Sqlite = "src/CommitmentLedger.Sqlite/";
    private const string PostgreSql = "src/CommitmentLedger.PostgreSql/";

    private static readonly string[] Shared = [.. FilesOf(Sqlite).Intersect(FilesOf(PostgreSql))];

    /// <summary>What SQLite alone has, and why.</summary>
    private static readonly (string Why, string[] Files)[] OnlySqlite =
    [
        ("how often a file reaches the disk is the caller's choice; a server has its own settings for it", ["StoreDurability.cs"]),
        ("writes row by row what the append function of PostgreSQL writes for all", ["Appending/DocumentWriter.cs"]),
        ("a file can be moved, replaced, cut off or linked elsewhere under an open connection", ["Connections/DatabaseFile.cs", "Connections/LinkedPath.cs"]),
        ("calls of SQLite that its wrapper does not offer", ["Connections/Native.cs"]),
        ("connections that only read; Npgsql brings a pool of its own", ["Connections/ReaderPool.cs"]),
        ("one connection writes at a time, and callers queue up for it", ["Connections/Writer.cs"]),
        ("SQLite is called below ADO.NET, which would bring an exception", ["Connections/SqliteError.cs"]),
        ("SQLite keeps the text of each object, to compare with; of PostgreSQL, the statement Examine asks the catalog", ["Schema/SchemaComparison.cs"]),
        ("SQLite is called below ADO.NET, which would bring commands and readers", ["Statements/PreparedStatement.cs"]),
        ("statements are numbered, so that a connection finds the prepared one", ["Statements/Statement.cs"]),
        ("a server has its own tools for backups", ["Upkeep/OnlineBackup.cs"]),
        (
            "the append function of PostgreSQL does it on the server",
            [
                .. Statements("AddCommand", "AddEntry", "AddLookup", "AddStream", "ChangeDocument", "ChangeState", "ChangeStream"),
                .. Statements("FindDocument", "FindStream", "JudgeAppend", "RemoveLookup"),
            ]),
        ("lookups are rows of their own and not an array", [.. Statements("ReadLookups")]),
        ("positions are numbers in the order of commits, so that the feed has an end", [.. Statements("ReadFeedEnd")]),
        ("an error in a transaction of the caller's leaves the rest of it usable", [.. Statements("SavepointBegin", "SavepointRelease", "SavepointRollback")]),
    ];

    /// <summary>What PostgreSQL alone has, and why.</summary>
    private static readonly (string Why, string[] Files)[] OnlyPostgreSql =
    [
        ("the arguments of the append function, which SQLite cannot have", ["Appending/AppendCall.cs"]),
        ("the order in which streams are locked, so that two calls never wait for each other in a circle", ["Appending/AppendPlan.cs"]),
        ("a server is reached through a pool, the store's own or one that was given", ["Connections/ConnectionPool.cs"]),
        ("a connection string says much that a path does not", ["Connections/ConnectionSettings.cs"]),
        ("a server goes by several names; a file is known by SQLite", ["Connections/DatabaseAddress.cs"]),
        ("checks the server once; the writer of SQLite does it when it opens", ["Connections/Readiness.cs"]),
        ("transactions of others hold the feed back", ["Reading/FeedHorizon.cs"]),
        ("loads that wait are asked for together, in one round trip", ["Reading/LoadQueue.cs"]),
        ("what waits in that queue", ["Reading/LoadRequest.cs"]),
        ("a connection to a server can be lost, and reading then goes on with another", ["Reading/ReadAttempt.cs"]),
        ("whether there are tables, which, and who answers; a file has two numbers in its head", ["Schema/DatabaseState.cs"]),
        ("the scripts for a DBA; nobody else creates a file", ["Schema/StoreSchema.cs"]),
        ("a database has several schemas", ["Schema/SchemaName.cs"]),
        ("SQLite has no functions", ["Schema/0002_functions.sql"]),
        ("the types that the driver must be told", ["Statements/ParameterExtensions.cs"]),
        ("what one look at the server saw", ["Upkeep/Examination.cs"]),
        ("whole streams come in by COPY", ["Upkeep/StreamCopy.cs", .. Statements("BeginImport", "ImportDocuments", "ImportEntries", "ImportStreams")]),
        ("an append is one call of a function", [.. Statements("Append")]),
        ("the state and the settings of a server", [.. Statements("Examine", "ReadState")]),
        ("whose database a transaction is on, where names differ", [.. Statements("IdentifyDatabase")]),
        ("the feed ends at a horizon and not at a number", [.. Statements("HasEntry", "ReadHorizon")]),
    ];

    [GeneratedRegex(@"(?<!\w)(?:Sqlite|PostgreSql)(?=Ledger|Durability|Schema|Extensions)|(?<=CommitmentLedger)(?:Sqlite|PostgreSql)")]
    private static partial Regex NameOfStore();

    [Fact]
    public void Both_have_the_same_folders() =>
        FoldersOf(Sqlite).Should().Equal(FoldersOf(PostgreSql));

    [Fact]
    public void What_both_have_goes_by_one_name_and_what_one_has_is_listed_with_its_reason()
    {
        FilesOf(Sqlite).Except(Shared).Should().BeEquivalentTo(Files(OnlySqlite), "a role has one name and one folder in both; what only SQLite has is listed here");
        FilesOf(PostgreSql).Except(Shared).Should().BeEquivalentTo(Files(OnlyPostgreSql), "a role has one name and one folder in both; what only PostgreSQL has is listed here");
    }

    [Fact]
    public void No_name_stands_in_one_folder_here_and_in_another_there()
    {
        // One name in two folders would be listed for both adapters, each time as something that the other has not.
        Files(OnlySqlite).Select(Path.GetFileName).Intersect(Files(OnlyPostgreSql).Select(Path.GetFileName)).Should().BeEmpty();
    }

    [Fact]
    public void Every_file_of_a_statement_is_used_and_every_statement_has_a_file()
    {
        foreach (string adapter in (string[])[Sqlite, PostgreSql])
        {
            string[] used = [.. Regex.Matches(Repo.Read($"{adapter}Statements/Statements.cs"), @"nameof\((\w+)\)").Select(match => match.Groups[1].Value)];
            used.Should().BeEquivalentTo(Repo.Files($"{adapter}Statements", ".sql").Select(Path.GetFileNameWithoutExtension));
        }
    }

    [Theory]
    [InlineData("SqliteLedgerStore.Upkeep.cs", "StoreLedgerStore.Upkeep.cs")]
    [InlineData("PostgreSqlLedgerOptions.cs", "StoreLedgerOptions.cs")]
    [InlineData("DependencyInjection/CommitmentLedgerSqliteExtensions.cs", "DependencyInjection/CommitmentLedgerStoreExtensions.cs")]
    [InlineData("Connections/SqliteError.cs", "Connections/SqliteError.cs")]
    public void Names_are_compared_without_that_of_the_database(string file, string expected) => Neutral(file).Should().Be(expected);

    private static string[] FilesOf(string adapter) =>
        [.. Repo.Files(adapter, ".cs").Concat(Repo.Files(adapter, ".sql")).Select(path => Neutral(path[adapter.Length..]))];

    private static string[] FoldersOf(string adapter) =>
        [.. FilesOf(adapter).Select(file => Path.GetDirectoryName(file)!).Distinct().Order(StringComparer.Ordinal)];

    private static string Neutral(string file) => NameOfStore().Replace(file, "Store");

    private static IEnumerable<string> Files((string Why, string[] Files)[] only) => only.SelectMany(one => one.Files);

    private static IEnumerable<string> Statements(params string[] operations) => operations.Select(operation => $"Statements/{operation}.sql");
}
