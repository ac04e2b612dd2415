using BenchmarkDotNet.Running;
using CommitmentLedger.Benchmarks;

string mode = args.FirstOrDefault() ?? "help";
string[] rest = [.. args.Skip(1)];
switch (mode)
{
    case "micro":
        BenchmarkSwitcher.FromAssembly(typeof(CalendarBenchmarks).Assembly).Run(rest);
        return 0;
    case "calendar":
        return CalendarRatios.Run(Console.Out) ? 0 : 1;
    default:
        Console.Out.WriteLine("micro [BenchmarkDotNet arguments]  measures single calls");
        Console.Out.WriteLine("calendar                           compares due times with each other and with a plain addition");
        return mode == "help" ? 0 : 2;
}
