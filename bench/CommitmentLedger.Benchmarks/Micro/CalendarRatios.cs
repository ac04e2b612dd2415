using System.Diagnostics;
using System.Globalization;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>Compares calls with each other in one run: the ratios hold on a slow machine as on a fast one. Rounds alternate, the median counts.</summary>
internal static class CalendarRatios
{
    private const int Rounds = 15;
    private const int CallsInRound = 1_000_000;
    private const double MostForLong = 3;
    private const double MostForDue = 20;

    public static bool Run(TextWriter output)
    {
        (string Name, Func<long> Calls)[] cases = [("plain addition", PlainAddition), ("due after 3 h", DueAfterThreeHours), ("due after 3000 h", DueAfterThreeThousandHours)];
        double[][] nanoseconds = [.. cases.Select(_ => new double[Rounds])];
        foreach ((_, Func<long> calls) in cases) calls();
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++) nanoseconds[i][round] = Measure(cases[i].Calls);
        }

        double[] medians = [.. nanoseconds.Select(Median)];
        for (int i = 0; i < cases.Length; i++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases[i].Name,-18} {medians[i],8:F1} ns (median of {Rounds} rounds of {CallsInRound} calls)"));
        bool isLongCheap = Report(output, "3000 h to 3 h", medians[2] / medians[1], MostForLong);
        bool isDueCheap = Report(output, "3 h to plain addition", medians[1] / medians[0], MostForDue);
        return isLongCheap & isDueCheap;
    }

    private static bool Report(TextWriter output, string name, double ratio, double most)
    {
        bool isMet = ratio <= most;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {ratio,6:F2} times, goal at most {most}: {(isMet ? "met" : "missed")}"));
        return isMet;
    }

    private static double Measure(Func<long> calls)
    {
        long start = Stopwatch.GetTimestamp();
        calls();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / CallsInRound;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static long PlainAddition()
    {
        long sum = 0;
        for (int i = 0; i < CallsInRound; i++) sum += (CalendarCase.ZonedStart + Duration.FromSeconds(10_800 + (i & 1023))).TickOfSecond;
        return sum;
    }

    private static long DueAfterThreeHours() => Due(CalendarCase.ThreeHours);

    private static long DueAfterThreeThousandHours() => Due(CalendarCase.ThreeThousandHours);

    private static long Due(BusinessTime time)
    {
        long sum = 0;
        for (int i = 0; i < CallsInRound; i++) sum += CalendarCase.Office.Add(CalendarCase.Start + Duration.FromSeconds(i & 1023), time).Value.ToUnixTimeTicks();
        return sum;
    }
}
