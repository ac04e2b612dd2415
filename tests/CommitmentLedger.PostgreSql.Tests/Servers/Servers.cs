namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>The servers that tests run against, or the reason why there are none.</summary>
internal static class Servers
{
    private const string Variable = "COMMITMENTLEDGER_POSTGRES";
    private const string Missing = $"There is no PostgreSQL server: install its binaries or set {Variable} to a connection string.";

    private static readonly Lazy<Task<TestServer>> Ordinary = new(async () =>
    {
        TestServer server = await TestServer.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Abandon();
        return server;
    });

    private static readonly Lazy<string?> Given = new(() =>
    {
        string? connectionString = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(connectionString)) return null;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OwnSchema.Leave(connectionString);
        return connectionString;
    });

    /// <summary>A server for tests that leave it as it is: the one named by the variable, or one started once for all of them.</summary>
    public static async Task<string> OrdinaryAsync()
    {
        if (Given.Value is { } connectionString) return connectionString;
        SkipWithoutBinaries();
        return (await Ordinary.Value).ConnectionString;
    }

    /// <summary>Makes the ordinary server survive a crash of the machine, or no longer; one that was given is left as its owner set it up.</summary>
    public static async Task SetOrdinaryDurableAsync(bool isDurable)
    {
        if (Given.Value is null) await (await Ordinary.Value).SetDurableAsync(isDurable);
    }

    /// <summary>A server for a test that stops it, fills its disk or kills it.</summary>
    public static Task<TestServer> OwnAsync(bool isDurable = false, string? folder = null, string? logFolder = null)
    {
        SkipWithoutBinaries();
        return TestServer.StartAsync(isDurable, folder, logFolder);
    }

    /// <summary>Skips a test that needs a server of its own where none can be started; in continuous integration it fails.</summary>
    public static void SkipWithoutBinaries()
    {
        bool isThere = ServerBinaries.Folder is not null;
        if (!isThere && Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException(Missing);
        Skip.IfNot(isThere, Missing);
    }
}
