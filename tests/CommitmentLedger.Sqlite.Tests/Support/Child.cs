using System.Diagnostics;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>This assembly as a second process.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public static Child Start(params string[] arguments) => Start([], arguments);

    public static Child Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return new Child(Process.Start(start)!);
    }

    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    public async Task<List<string>> KillAndReadRestAsync()
    {
        _process.Kill();
        var rest = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line) rest.Add(line);
        await _process.WaitForExitAsync();
        return rest;
    }

    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
