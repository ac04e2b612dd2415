using BenchmarkDotNet.Attributes;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>Single calls of the calendar, and one of NodaTime to compare them with.</summary>
[MemoryDiagnoser]
public class CalendarBenchmarks
{
    private static readonly Instant Later = CalendarCase.Start + Duration.FromDays(500);

    [Benchmark(Baseline = true)]
    public ZonedDateTime PlainAddition() => CalendarCase.ZonedStart + Duration.FromHours(3);

    [Benchmark]
    public TimeResult<Instant> DueAfterThreeHours() => CalendarCase.Office.Add(CalendarCase.Start, CalendarCase.ThreeHours);

    [Benchmark]
    public TimeResult<Instant> DueAfterThreeThousandHours() => CalendarCase.Office.Add(CalendarCase.Start, CalendarCase.ThreeThousandHours);

    [Benchmark]
    public TimeResult<Instant> ThreeHoursBefore() => CalendarCase.Office.Subtract(CalendarCase.Start, CalendarCase.ThreeHours);

    [Benchmark]
    public Duration ElapsedOverFiveHundredDays() => CalendarCase.Office.Elapsed(CalendarCase.Start, Later);

    [Benchmark]
    public TimeResult<Instant> TenWorkingDays() => CalendarCase.Office.Add(CalendarCase.Start, new BusinessDays(10, DayRule.SameTime));

    [Benchmark]
    public TimeResult<Instant> FirstDueOfANewCalendar() => CalendarCase.Office.AsVersion(2).Add(CalendarCase.Start, CalendarCase.ThreeHours);
}
