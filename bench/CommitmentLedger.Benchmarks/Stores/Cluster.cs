using System.Net;
using System.Net.Sockets;
using CommitmentLedger.PostgreSql.Tests;

namespace CommitmentLedger.Benchmarks;

/// <summary>A PostgreSQL cluster with the settings that it comes with, on a free loopback port.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string _data;

    private Cluster(string data, int port) => (_data, Port) = (data, port);

    public int Port { get; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres";

    /// <summary>Starts the cluster of a folder, and makes it when it is not there.</summary>
    public static async Task<Cluster> StartAsync(string folder)
    {
        if (ServerBinaries.Folder is null)
            throw new InvalidOperationException("There is no PostgreSQL server: install its binaries or set COMMITMENTLEDGER_POSTGRES to a connection string.");
        string data = Path.Combine(folder, "postgresql");
        if (!Directory.Exists(data))
        {
            Directory.CreateDirectory(data);
            await Shell.GiveToServerAsync(data);
            await Shell.RunAsync(asServer: true, Program("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-k");
        }

        var cluster = new Cluster(data, FreePort());
        await cluster.ControlAsync("-o", $"-p {cluster.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", "-l", Path.Combine(data, "log"), "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Abandon();
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(_data, "postmaster.pid"))) await ControlAsync("-m", "fast", "stop");
    }

    private static string Program(string name) => Path.Combine(ServerBinaries.Folder!, name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stops what is left running without waiting: a process that exits is given no time to wait.</summary>
    private void Abandon()
    {
        if (File.Exists(Path.Combine(_data, "postmaster.pid"))) Shell.Launch($"{Shell.AsServer}{Program("pg_ctl")} -D '{_data}' -w -s -m fast stop");
    }

    private Task ControlAsync(params string[] arguments) =>
        Shell.RunAsync(asServer: true, Program("pg_ctl"), ["-D", _data, "-w", "-s", "-t", "600", .. arguments]);
}
