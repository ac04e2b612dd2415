namespace CommitmentLedger.Benchmarks;

/// <summary>What a process does that a measurement started.</summary>
internal static class ChildMode
{
    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        [BareHostRole.Name, string file] => Task.FromResult(BareHostRole.Run(file)),
        [FirstBriefingRole.Name, string file, string customer] => FirstBriefingRole.RunAsync(file, customer),
        [ManyCallersRole.Name, .. string[] rest] => ManyCallersRole.RunAsync(rest),
        _ => throw new ArgumentException("There is no such role. Measurements start it, nobody else does."),
    };
}
