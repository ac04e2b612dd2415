using BenchmarkDotNet.Running;

namespace CommitmentLedger.Benchmarks;

/// <summary>Single calls, measured by BenchmarkDotNet. It has a class of its own so that the other modes do not load that library.</summary>
internal static class MicroMode
{
    public static int Run(string[] arguments)
    {
        BenchmarkSwitcher.FromAssembly(typeof(MicroMode).Assembly).Run(arguments);
        return 0;
    }
}
