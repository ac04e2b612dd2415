using System.Globalization;
using NodaTime;

namespace CommitmentLedger.Tests.Time;

/// <summary>Which date and time a person is told.</summary>
public class ToldTimeTests
{
    private static readonly DateTimeZone Cairo = DateTimeZoneProviders.Tzdb["Africa/Cairo"];
    private static readonly Deadline Friday = Deadline.By(Some.Local("2026-11-20T17:00:00"), Some.Dubai);

    /// <summary>Cairo as it was planned until March 2023: two hours ahead in summer too.</summary>
    private static readonly Deadline BeforeCairosSummerTime = Deadline.Parse("by 2023-05-10T17:00:00 in Africa/Cairo due 2023-05-10T15:00:00Z tzdb 2022g");

    [Theory]
    [InlineData("", "Fri 20 Nov 2026 17:00 (Asia/Dubai)")]
    [InlineData("en-US", "Fri 20 Nov 2026 17:00 (Asia/Dubai)")]
    [InlineData("de", "Freitag, 20. November 2026 17:00 (Asia/Dubai)")]
    [InlineData("es-MX", "viernes, 20 de noviembre de 2026 17:00 (Asia/Dubai)")]
    [InlineData("ja-JP", "2026年11月20日金曜日 17:00 (Asia/Dubai)")]
    [InlineData("th-TH", "วันศุกร์ที่ 20 พฤศจิกายน ค.ศ. 2026 17:00 (Asia/Dubai)")]
    [InlineData("fa-IR", "\u2067جمعه 20 نوامبر 2026 17:00\u2069 (Asia/Dubai)")]
    [InlineData("ar-SA", "\u2067الجمعة، 20 نوفمبر 2026 م 17:00\u2069 (Asia/Dubai)")]
    public void A_date_is_told_as_the_language_writes_it(string language, string expected) =>
        Friday.ToText(CultureInfo.GetCultureInfo(language)).Should().Be(expected);

    [Fact]
    public void Whatever_calendar_a_culture_has_the_month_and_the_year_are_gregorian()
    {
        foreach (CultureInfo culture in CultureInfo.GetCultures(CultureTypes.AllCultures))
        {
            foreach (Calendar calendar in culture.OptionalCalendars)
            {
                var customised = (CultureInfo)culture.Clone();
                customised.DateTimeFormat.Calendar = calendar;
                var gregorian = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
                gregorian.Calendar = new GregorianCalendar();
                string[] november = [gregorian.GetMonthName(11), gregorian.MonthGenitiveNames[10], gregorian.AbbreviatedMonthNames[10], "11"];

                string told = Friday.ToText(customised);

                told.Should().Contain("2026").And.Contain("20").And.Contain("17:00");
                november.Any(told.Contains).Should().BeTrue("{0} with {1} tells {2}", culture.Name, calendar.GetType().Name, told);
            }
        }
    }

    [Fact]
    public void The_names_that_a_culture_was_given_are_kept()
    {
        var customised = (CultureInfo)CultureInfo.GetCultureInfo("de-AT").Clone();
        customised.DateTimeFormat.LongDatePattern = "d. MMMM yyyy";
        customised.DateTimeFormat.MonthGenitiveNames = [.. Enumerable.Range(1, 13).Select(month => $"Monat {month}")];

        Friday.ToText(customised).Should().Be("20. Monat 11 2026 17:00 (Asia/Dubai)");
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "Sun 25 Oct 2026 02:30 UTC+2 (Europe/Berlin)")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30:00Z", "Sun 25 Oct 2026 02:30 UTC+1 (Europe/Berlin)")]
    [InlineData("Europe/Berlin", "2026-10-25T02:00:00Z", "Sun 25 Oct 2026 03:00 (Europe/Berlin)")]
    [InlineData("Europe/London", "2026-10-25T01:30:00Z", "Sun 25 Oct 2026 01:30 UTC+0 (Europe/London)")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T15:15:00Z", "Sun 5 Apr 2026 01:45 UTC+10:30 (Australia/Lord_Howe)")]
    [InlineData("America/New_York", "2026-11-01T06:30:00Z", "Sun 1 Nov 2026 01:30 UTC-5 (America/New_York)")]
    public void A_time_that_the_clocks_show_twice_is_told_with_its_offset(string zone, string instant, string expected) =>
        Deadline.At(Some.Instant(instant), DateTimeZoneProviders.Tzdb[zone]).ToText().Should().Be(expected);

    [Theory]
    [InlineData("2026-10-25T01:00:00", "2026-10-25T02:30:00", "Sun 25 Oct 2026 01:00 UTC+2–02:30 UTC+1 (Europe/Berlin)")]
    [InlineData("2026-10-25T02:15:00", "2026-10-25T02:30:00", "Sun 25 Oct 2026 02:15 UTC+2–02:30 UTC+1 (Europe/Berlin)")]
    [InlineData("2026-10-25T00:00:00", "2026-10-25T04:00:00", "Sun 25 Oct 2026 00:00 UTC+2–04:00 UTC+1 (Europe/Berlin)")]
    [InlineData("2026-10-24T22:00:00", "2026-10-25T06:00:00", "Sat 24 Oct 2026 22:00 UTC+2 – Sun 25 Oct 2026 06:00 UTC+1 (Europe/Berlin)")]
    [InlineData("2026-10-01T22:00:00", "2026-10-30T06:00:00", "Thu 1 Oct 2026 22:00 – Fri 30 Oct 2026 06:00 (Europe/Berlin)")]
    [InlineData("2026-03-29T01:00:00", "2026-03-29T02:30:00", "Sun 29 Mar 2026 01:00–03:30 (Europe/Berlin)")]
    public void A_window_over_the_hour_that_comes_twice_says_how_long_it_is(string opens, string due, string expected) =>
        Deadline.Between(Some.Local(opens), Some.Local(due), Some.Berlin).ToText().Should().Be(expected);

    [Fact]
    public void The_local_time_that_was_promised_is_told_under_other_zone_rules_too()
    {
        BeforeCairosSummerTime.Due.InZone(Cairo).Hour.Should().Be(18, "these rules know the summer time");

        BeforeCairosSummerTime.ToText().Should().Be("Wed 10 May 2023 17:00 (Africa/Cairo)");
        BeforeCairosSummerTime.Explain().ToString().Should()
            .Contain("Wed 10 May 2023 17:00 by the clock of Africa/Cairo.").And.Contain("Due Wed 10 May 2023 17:00 (Africa/Cairo), which is 2023-05-10T15:00:00Z.");
        BeforeCairosSummerTime.Reassess(BeforeCairosSummerTime.Due - Duration.FromDays(9), DateTimeZoneProviders.Tzdb).Value.ToText().Should().Be("Wed 10 May 2023 17:00 (Africa/Cairo)");
    }

    [Fact]
    public void A_window_that_was_promised_under_other_zone_rules_is_told_as_it_was_promised() =>
        Deadline.Parse("between 2023-05-10T15:00:00 and 2023-05-10T17:00:00 in Africa/Cairo opens 2023-05-10T13:00:00Z due 2023-05-10T15:00:00Z tzdb 2022g")
            .ToText().Should().Be("Wed 10 May 2023 15:00–17:00 (Africa/Cairo)");

    [Fact]
    public void A_time_that_the_clocks_skip_is_told_as_the_time_that_it_moves_to() =>
        Deadline.By(Some.Local("2026-03-29T02:30:00"), Some.Berlin).ToText().Should().Be("Sun 29 Mar 2026 03:30 (Europe/Berlin)");

    [Fact]
    public void One_working_day_is_told_in_the_singular() =>
        Deadline.Within(new BusinessDays(1, DayRule.AtClosing), Some.Instant("2026-11-16T09:00:00Z"), Some.Office).Explain(Some.Office).ToString()
            .Should().StartWith("1 working day (at closing) from ");
}
