using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace CommitmentLedger.Benchmarks;

/// <summary>Single calls, measured by BenchmarkDotNet. It has a class of its own so that the other modes do not load that library.</summary>
internal static class MicroMode
{
    /// <summary>BenchmarkDotNet builds the library anew, which takes longer on a busy machine than the two minutes that it allows.</summary>
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(10);

    public static int Run(string[] arguments)
    {
        BenchmarkSwitcher.FromAssembly(typeof(MicroMode).Assembly).Run(arguments, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(BuildTimeout));
        return 0;
    }
}
