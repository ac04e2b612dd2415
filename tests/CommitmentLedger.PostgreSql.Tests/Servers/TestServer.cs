using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A PostgreSQL cluster of the tests' own, on a free loopback port and in a folder that goes with it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly string _folder;

    private TestServer(string folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes and starts a cluster. Autovacuum is off: what it writes would hold back the feed at moments that nobody chose.</summary>
    public static async Task<TestServer> StartAsync(bool isDurable = false, string? folder = null, string? logFolder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("commitment-ledger-").FullName;
        await Shell.GiveToServerAsync(folder);
        var server = new TestServer(folder, FreePort());
        await Shell.RunAsync(asServer: true, Program("initdb"), ["-D", server.Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", "-k", .. logFolder is null ? (string[])[] : ["-X", Path.Combine(logFolder, "wal")]]);
        string[] lines =
        [
            $"port = {server.Port}", "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "shared_buffers = 64MB", "autovacuum = off",
            "max_prepared_transactions = 4", $"fsync = {(isDurable ? "on" : "off")}",
        ];
        string extra = Path.Combine(Path.GetTempPath(), $"commitment-ledger-{server.Port}.conf");
        await File.WriteAllLinesAsync(extra, lines);
        await Shell.RunAsync(asServer: true, "cp", extra, Path.Combine(server.Data, "postgresql.auto.conf"));
        File.Delete(extra);
        await server.StartAgainAsync();
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Dumps a schema and restores it on another server, as a DBA does.</summary>
    public async Task CopyToAsync(TestServer other, string schema)
    {
        string dump = Path.Combine(_folder, "dump");
        await Shell.RunAsync(asServer: true, Program("pg_dump"), "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "-F", "custom", "-n", schema, "-f", dump, "postgres");
        await Shell.RunAsync(asServer: true, Program("pg_restore"), "-h", "127.0.0.1", "-p", $"{other.Port}", "-U", "postgres", "--exit-on-error", "-d", "postgres", dump);
    }

    public Task StartAgainAsync() => ControlAsync("-l", Path.Combine(_folder, "log"), "start");

    public Task StopAsync(string mode) => ControlAsync("-m", mode, "stop");

    /// <summary>Turns fsync on or off while the server runs, and returns when new sessions see it.</summary>
    public async Task SetDurableAsync(bool isDurable)
    {
        string setting = isDurable ? "on" : "off";
        await using NpgsqlDataSource sessions = NpgsqlDataSource.Create($"{ConnectionString};Pooling=false");
        await RunAsync($"ALTER SYSTEM SET fsync = {setting}");
        await RunAsync("SELECT pg_reload_conf()");
        while (await RunAsync("SHOW fsync") as string != setting) await Task.Delay(10);

        async Task<object?> RunAsync(string text)
        {
            await using NpgsqlCommand command = sessions.CreateCommand(text);
            return await command.ExecuteScalarAsync();
        }
    }

    /// <summary>The process of the whole server.</summary>
    public async Task<int> ProcessIdAsync() =>
        int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Takes the server away as a failing machine does: none of its processes gets to do anything more.</summary>
    public async Task KillAsync()
    {
        int server = await ProcessIdAsync();
        int[] children = await ChildrenAsync(server);
        foreach (int id in (int[])[server, .. children]) await Shell.RunAsync(asServer: false, "sh", "-c", $"kill -9 {id} 2>/dev/null || true");

        // The next start refuses while anything of the old one still holds its shared memory.
        foreach (int id in (int[])[server, .. children])
            while (IsRunning(id)) await Task.Delay(10);
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync("immediate");
        }
        catch (InvalidOperationException)
        {
            // It was stopped already.
        }

        await Shell.RunAsync(asServer: false, "rm", "-rf", _folder);
    }

    /// <summary>Stops and removes the cluster without waiting: a process that exits is given no time to wait.</summary>
    public void Abandon() =>
        Shell.Launch($"{Shell.AsServer}{Program("pg_ctl")} -D '{Data}' -w -s -m immediate stop; rm -rf '{_folder}'");

    private static string Program(string name) => Path.Combine(ServerBinaries.Folder!, name);

    private static async Task<int[]> ChildrenAsync(int server)
    {
        string file = $"/proc/{server}/task/{server}/children";
        string[] ids = (await File.ReadAllTextAsync(file)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(ids, id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsRunning(int id) =>
        File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);

    private Task ControlAsync(params string[] arguments) =>
        Shell.RunAsync(asServer: true, Program("pg_ctl"), ["-D", Data, "-w", "-s", "-t", "60", .. arguments]);
}
