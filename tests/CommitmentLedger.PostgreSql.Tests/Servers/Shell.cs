using System.Diagnostics;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Runs a program to its end, as the server's user when this is root: the server refuses to run as root.</summary>
internal static class Shell
{
    private const string ServerUser = "postgres";

    /// <summary>What a line for the shell begins with to be run as the server's user.</summary>
    public static string AsServer => Environment.IsPrivilegedProcess ? $"runuser -u {ServerUser} -- " : "";

    /// <summary>Starts a line of the shell that outlives this process.</summary>
    public static void Launch(string line) => Process.Start("setsid", ["sh", "-c", $"({line}) > /dev/null 2>&1"]).Dispose();

    public static async Task RunAsync(bool asServer, string program, params string[] arguments)
    {
        bool switches = asServer && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(switches ? "runuser" : program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (switches) foreach (string part in (string[])["-u", ServerUser, "--", program]) start.ArgumentList.Add(part);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        // A server that was started keeps the pipes open: what it says is read only when the program failed.
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {await output} {await error}");
    }

    public static Task GiveToServerAsync(string folder) =>
        Environment.IsPrivilegedProcess ? RunAsync(asServer: false, "chown", ServerUser, folder) : Task.CompletedTask;
}
