using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Tests.Time;

/// <summary>Valid things for tests about time.</summary>
internal static class Some
{
    public static DateTimeZone Berlin { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static DateTimeZone Dubai { get; } = DateTimeZoneProviders.Tzdb["Asia/Dubai"];

    /// <summary>Monday to Friday from nine to five in Berlin.</summary>
    public static WorkingCalendar Office { get; } = new WorkingCalendar("office", 1, Berlin).WithWeekdays(Hours("09:00-17:00"));

    public static OpenInterval Hours(string text) => OpenInterval.Parse(text, null);

    public static Instant Instant(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    public static LocalDateTime Local(string text) => LocalDateTimePattern.ExtendedIso.Parse(text).GetValueOrThrow();

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    /// <summary>The instant at which a clock on the wall in Berlin shows this; for times that occur once.</summary>
    public static Instant InBerlin(string local) => Local(local).InZoneStrictly(Berlin).ToInstant();
}
