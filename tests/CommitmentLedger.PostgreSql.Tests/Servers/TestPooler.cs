using System.Net.Sockets;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>PgBouncer on a free loopback port in front of a server, in a folder that goes with it.</summary>
internal sealed class TestPooler : IAsyncDisposable
{
    private const string Missing = "There is no PgBouncer: install its Debian package.";

    private readonly string _folder;

    private TestPooler(string folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    private string ProcessFile => Path.Combine(_folder, "pid");

    /// <summary>Starts one; where it is not installed the test is skipped, and in continuous integration it fails.</summary>
    /// <param name="serverPort">The server's port on the loopback address.</param>
    /// <param name="mode">When a client gives its connection to the server back: <c>session</c> or <c>transaction</c>.</param>
    /// <param name="ignored">Which parameters of a session's beginning it passes over; those that it neither knows nor passes over it refuses.</param>
    /// <param name="size">How many connections to the server its clients share.</param>
    public static async Task<TestPooler> StartAsync(int serverPort, string mode, string ignored = "extra_float_digits", int size = 20)
    {
        string? program = Find();
        if (program is null && Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException(Missing);
        Skip.If(program is null, Missing);
        string folder = Directory.CreateTempSubdirectory("commitment-ledger-pooler-").FullName;
        var pooler = new TestPooler(folder, TestServer.FreePort());
        string settings = Path.Combine(folder, "settings");
        await File.WriteAllLinesAsync(settings,
        [
            "[databases]", $"* = host=127.0.0.1 port={serverPort} user=postgres",
            "[pgbouncer]", "listen_addr = 127.0.0.1", $"listen_port = {pooler.Port}", "unix_socket_dir =", "auth_type = any", $"pool_mode = {mode}",
            $"logfile = {Path.Combine(folder, "log")}", $"pidfile = {pooler.ProcessFile}", $"ignore_startup_parameters = {ignored}", $"default_pool_size = {size}",
        ]);
        await Shell.GiveToServerAsync(folder);
        await Shell.RunAsync(asServer: true, program!, "-d", settings);
        while (!await AcceptsAsync(pooler.Port)) await Task.Delay(10);
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        string id = (await File.ReadAllTextAsync(ProcessFile)).Trim();
        await Shell.RunAsync(asServer: true, "kill", "-QUIT", id);
        await Shell.RunAsync(asServer: false, "rm", "-rf", _folder);
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists);

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
