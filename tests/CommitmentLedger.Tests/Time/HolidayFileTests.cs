using NodaTime;

namespace CommitmentLedger.Tests.Time;

public class HolidayFileTests
{
    private const string Feed = """
        BEGIN:VCALENDAR
        VERSION:2.0
        X-WR-CALNAME;X="a:b":Holidays
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261225
        DTEND;VALUE=DATE:20261227
        SUMMARY:Christmas\, both
          days
        END:VEVENT
        BEGIN:VEVENT
        RRULE:FREQ=YEARLY
        DTSTART;VALUE=DATE:20260101
        SUMMARY;LANGUAGE=en:New Year
        BEGIN:VALARM
        SUMMARY:not this one
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261111T101100Z
        DTEND:20261111T110000Z
        SUMMARY:Carnival opens
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261111
        STATUS:CANCELLED
        UID:off
        SUMMARY:Called off
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261111
        SUMMARY:St Martin's Day
        END:VEVENT
        END:VCALENDAR

        """;

    private static readonly DateInterval Years = new(Some.Date("2026-01-01"), Some.Date("2028-12-31"));

    [Fact]
    public void Whole_days_are_listed_with_their_names_so_that_some_can_be_dropped()
    {
        Holidays holidays = Read(Feed).Value;

        holidays.Days.Select(day => day.ToString()).Should().Equal(
            "2026-12-25 Christmas, both days", "2026-12-26 Christmas, both days", "2026-01-01 New Year", "2027-01-01 New Year", "2028-01-01 New Year", "2026-11-11 St Martin's Day");
        WorkingCalendar calendar = Some.Office.WithSpecialDays([.. holidays.Days.Where(day => day.Name != "St Martin's Day")]);
        calendar.IsWorkingDay(Some.Date("2026-12-25")).Should().BeFalse();
        calendar.IsWorkingDay(Some.Date("2026-11-11")).Should().BeTrue();
    }

    [Fact]
    public void What_has_a_time_of_day_is_a_closed_period_by_the_clock_of_the_file()
    {
        WorkingCalendar calendar = Some.Office.WithClosedPeriods([.. Read(Feed).Value.ClosedPeriods]);

        calendar.Elapsed(Some.InBerlin("2026-11-11T09:00:00"), Some.InBerlin("2026-11-11T17:00:00")).Should().Be(Duration.FromMinutes(8 * 60 - 49));
        calendar.IsOpen(Some.InBerlin("2026-11-11T11:11:00")).Should().BeFalse();
    }

    [Fact]
    public void Lines_may_end_as_they_do_on_any_system() =>
        Read("\uFEFF" + Feed.Replace("\n", "\r\n", StringComparison.Ordinal)).Value.Days.Should().HaveCount(6);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused_and_names_the_line()
    {
        string[] lines = Feed.TrimEnd().Split('\n');
        for (int count = 0; count < lines.Length; count++)
        {
            TimeRefusal refusal = Read(string.Join('\n', lines[..count])).Refusal!;
            refusal.Code.Should().Be("bad_holiday_file");
            refusal.Field.Should().StartWith("line ");
        }
    }

    [Theory]
    [InlineData("a length", "DTSTART;VALUE=DATE:20261225\nDURATION:P2D", "2026-12-25 2026-12-26")]
    [InlineData("the same date twice", "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261225", "2026-12-25")]
    [InlineData("a date without its VALUE", "DTSTART:20261225\nDTEND:20261226", "2026-12-25")]
    [InlineData("an excepted date", "DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20271225", "2026-12-25 2028-12-25")]
    [InlineData("excepted dates in one line", "DTSTART:20261225\nRRULE:FREQ=YEARLY\nEXDATE:20261225,20281225", "2027-12-25")]
    [InlineData("an end by date", "DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY;UNTIL=20271225", "2026-12-25 2027-12-25")]
    [InlineData("an end by instant", "DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY;UNTIL=20280101T000000Z", "2026-12-25 2027-12-25")]
    [InlineData("an end by number", "DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY;COUNT=2", "2026-12-25 2027-12-25")]
    [InlineData("another interval", "DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY;INTERVAL=2", "2026-12-25 2028-12-25")]
    [InlineData("a start long ago", "DTSTART;VALUE=DATE:19701225\nRRULE:FREQ=YEARLY", "2026-12-25 2027-12-25 2028-12-25")]
    [InlineData("the fourth Thursday", "DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26 2027-11-25 2028-11-23")]
    [InlineData("the last Monday", "DTSTART;VALUE=DATE:20260525\nRRULE:FREQ=MONTHLY;BYMONTH=5;BYDAY=-1MO", "2026-05-25 2027-05-31 2028-05-29")]
    [InlineData("leap days", "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY", "2028-02-29")]
    [InlineData("added dates", "DTSTART;VALUE=DATE:20260403\nRDATE;VALUE=DATE:20270326,20280414", "2026-04-03 2027-03-26 2028-04-14")]
    [InlineData("added periods", "DTSTART:20260403T000000\nDTEND:20260404T000000\nRDATE;VALUE=PERIOD:20270326T000000/P2D,20280414T000000/20280415T000000", "2026-04-03 2027-03-26 2027-03-27 2028-04-14")]
    [InlineData("midnight to midnight in a zone", "DTSTART;TZID=Europe/Berlin:20261225T000000\nDTEND;TZID=Europe/Berlin:20261227T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "2026-12-25 2026-12-26")]
    [InlineData("midnight to midnight in a zone of Windows", "DTSTART;TZID=\"W. Europe Standard Time\":20261225T000000\nDTEND;TZID=\"W. Europe Standard Time\":20261226T000000", "2026-12-25")]
    [InlineData("midnight to midnight in a zone that is not known", "DTSTART;TZID=Customized Time Zone:20261225T000000\nDTEND;TZID=Customized Time Zone:20261226T000000", "2026-12-25")]
    [InlineData("midnight to midnight by any clock", "DTSTART:20261225T000000\nDURATION:PT24H", "2026-12-25")]
    [InlineData("midnight to midnight in UTC", "DTSTART:20261224T230000Z\nDTEND:20261225T230000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "2026-12-25")]
    [InlineData("midnight to midnight every year in UTC", "DTSTART:20261224T230000Z\nDTEND:20261225T230000Z\nRRULE:FREQ=YEARLY;UNTIL=20271224T230000Z", "2026-12-25 2027-12-25")]
    [InlineData("a day that is excepted in UTC", "DTSTART;TZID=Europe/Berlin:20261225T000000\nDURATION:P1D\nRRULE:FREQ=YEARLY\nEXDATE:20261224T230000Z,20281224T230000Z", "2027-12-25")]
    [InlineData("the day on which the clocks change", "DTSTART;TZID=Europe/Berlin:20261025T000000\nDTEND;TZID=Europe/Berlin:20261026T000000", "2026-10-25")]
    [InlineData("a long line that is folded", "DTSTART:20260101\nRRULE:FREQ=DAILY;COUNT=5\nEXDATE:20260101,\n 20260102\n ,20260103,2026\n 0104", "2026-01-05")]
    [InlineData("a state in small letters", "UID:a\nDTSTART:20261225\nSTATUS:cancelled", "")]
    [InlineData("a character that breaks lines elsewhere", "DTSTART:20261225\nDESCRIPTION:foo\u2028STATUS:CANCELLED\nCOMMENT:foo\u2029STATUS:CANCELLED", "2026-12-25")]
    [InlineData("a page feed and a next line", "DTSTART:20261225\nDESCRIPTION:page\fRRULE:FREQ=YEARLY\nCOMMENT:a\u0085RRULE:FREQ=YEARLY\vRRULE:FREQ=YEARLY", "2026-12-25")]
    [InlineData("lines that end with CR alone", "DTSTART:20261225\rRRULE:FREQ=YEARLY\rEXDATE:20261225,2027\r 1225", "2028-12-25")]
    [InlineData("a week of the year", "DTSTART:20260105\nRRULE:FREQ=YEARLY;BYWEEKNO=2;BYDAY=MO", "2026-01-05 2027-01-11 2028-01-10")]
    [InlineData("the last Friday of the year", "DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=-1FR", "2026-12-25 2027-12-31 2028-12-29")]
    [InlineData("the hundredth day", "DTSTART:20260410\nRRULE:FREQ=YEARLY;BYYEARDAY=100", "2026-04-10 2027-04-10 2028-04-09")]
    [InlineData("the fifth Monday", "DTSTART:20260330\nRRULE:FREQ=MONTHLY;BYDAY=+5MO;COUNT=2", "2026-03-30 2026-06-29")]
    [InlineData("a cancelled event without a start", "UID:a\nSTATUS:Cancelled", "")]
    [InlineData("a transparent event", "DTSTART:20261225\nTRANSP:TRANSPARENT\nCLASS:PUBLIC\nX-ANYTHING;Y=Z:w", "2026-12-25")]
    [InlineData("small letters throughout", "dtstart;value=date:20261225\nrrule:freq=yearly;count=1", "2026-12-25")]
    public void What_changes_dates_is_honoured(string what, string body, string expected) =>
        Days(Calendar(Event(body))).Should().Be(expected, what);

    [Fact]
    public void A_day_of_an_event_may_be_moved_or_cancelled_by_another_event_with_its_name()
    {
        const string Yearly = "UID:a\nDTSTART;VALUE=DATE:20260403\nRRULE:FREQ=YEARLY";

        Days(Calendar(Event(Yearly), Event("UID:a\nRECURRENCE-ID;VALUE=DATE:20270403\nDTSTART;VALUE=DATE:20270405"))).Should().Be("2026-04-03 2028-04-03 2027-04-05");
        Days(Calendar(Event("UID:a\nRECURRENCE-ID:20270403\nSTATUS:Cancelled"), Event(Yearly))).Should().Be("2026-04-03 2028-04-03");
        Days(Calendar(Event(Yearly), Event("UID:a\nSEQUENCE:1\nSTATUS:CANCELLED"), Event("UID:a\nRECURRENCE-ID:20270403\nDTSTART:20270405"))).Should().BeEmpty("the whole event is cancelled");
        Days(Calendar(Event("UID:a\nRECURRENCE-ID:20270403\nDTSTART:20270405"))).Should().Be("2027-04-05", "the file may hold that day alone");
    }

    [Fact]
    public void A_later_version_of_an_event_takes_the_place_of_the_earlier_in_whatever_order_they_stand()
    {
        string first = Event("UID:a\nSEQUENCE:9\nDTSTAMP:20260101T000000Z\nDTSTART:20261225");
        string second = Event("UID:a\nSEQUENCE:10\nDTSTAMP:20260101T000000Z\nDTSTART:20261226");
        string third = Event("UID:a\nSEQUENCE:10\nDTSTAMP:20260102T000000Z\nDTSTART:20261227");

        Days(Calendar(second, first)).Should().Be("2026-12-26");
        Days(Calendar(first, third, second)).Should().Be("2026-12-27");
        Days(Calendar(first, first)).Should().Be("2026-12-25");
        Refusal(Calendar(first, first.Replace("20261225", "20261228", StringComparison.Ordinal))).Should().StartWith("bad_holiday_file (line 10): The event in line 3 has this UID too");
        Days(Calendar(Event("DTSTART:20261225"), Event("DTSTART:20261226"))).Should().Be("2026-12-25 2026-12-26", "events without a name are different events");
    }

    [Fact]
    public void A_file_may_hold_several_calendars_and_one_of_them_may_cancel()
    {
        string published = Calendar(Event("UID:a\nDTSTART:20261225"), Event("UID:b\nDTSTART:20261226"));
        string cancelled = Calendar(Event("UID:a\nSEQUENCE:1\nDTSTART:20261225")).Replace("VERSION:2.0", "VERSION:2.0\nMETHOD:CANCEL", StringComparison.Ordinal);

        Days(published + cancelled).Should().Be("2026-12-26");
        Days(cancelled + published).Should().Be("2026-12-26");
        Days(published + Calendar(Event("DTSTART:20261231"))).Should().Be("2026-12-25 2026-12-26 2026-12-31");
    }

    [Theory]
    [InlineData("SUMMARY:x", 2, "DTSTART")]
    [InlineData("DTSTART;VALUE=DATE:20261301", 3, "20261301")]
    [InlineData("DTSTART;VALUE=DATE:99991231", 3, "99991231")]
    [InlineData("DTSTART;VALUE=DATE:20261201T000000", 3, "DATE")]
    [InlineData("DTSTART;VALUE=DATE-TIME:20261201", 3, "DATE-TIME")]
    [InlineData("DTSTART;VALUE=TEXT:20261201", 3, "TEXT")]
    [InlineData("DTSTART;FUZZ=1:20261201", 3, "FUZZ")]
    [InlineData("DTSTART;FUZZ:20261201", 3, "no value")]
    [InlineData("DTSTART 20261201", 3, "colon")]
    [InlineData("DTSTART:20261201\nDTSTART:20261202", 4, "twice")]
    [InlineData("DTSTART;TZID=Europe/Berlin;TZID=Asia/Dubai:20261201T000000", 3, "twice")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20261201T000000Z", 3, "UTC")]
    [InlineData("DTSTART;TZID=Nowhere:20261201T100000\nDURATION:PT1H", 3, "Nowhere")]
    [InlineData("DTSTART:20261201\nDTEND:20261130", 4, "before it begins")]
    [InlineData("DTSTART:20261201\nDTEND:20261201T120000", 4, "line 3")]
    [InlineData("DTSTART:20261201\nDTEND:20261202\nDURATION:P1D", 5, "DURATION")]
    [InlineData("DTSTART:20261201\nDURATION:2 days", 4, "2 days")]
    [InlineData("DTSTART:20261201\nDURATION:-P1D", 4, "-P1D")]
    [InlineData("DTSTART:20261201\nDURATION:P", 4, "'P'")]
    [InlineData("DTSTART:20261201\nDURATION:", 4, "''")]
    [InlineData("DTSTART:20261201\nDURATION:PT24H", 4, "hours")]
    [InlineData("DTSTART:20261201\nDURATION:P999999999W", 4, "P999999999W")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=FORTNIGHTLY", 4, "FORTNIGHTLY")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYEASTER=1", 4, "BYEASTER")]
    [InlineData("DTSTART:20261201\nRRULE:RSCALE=HEBREW;FREQ=YEARLY", 4, "RSCALE")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;FREQ=DAILY", 4, "FREQ=DAILY")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;UNTIL=2027XX", 4, "2027XX")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;COUNT=2;UNTIL=20271201", 4, "COUNT=2")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 4, "names no day")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYMONTH=11", 3, "RRULE does not name")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY\nRRULE:FREQ=DAILY", 5, "twice")]
    [InlineData("DTSTART:20261201T100000\nRRULE:FREQ=DAILY;UNTIL=20261203", 4, "UNTIL includes 2026-12-03")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY", 5, "occurrences")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY\nEXRULE:FREQ=YEARLY;INTERVAL=2", 5, "EXRULE")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY\nEXDATE:2027XX01", 5, "2027XX01")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY\nEXDATE:20271201T000000", 5, "time of day")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY\nEXDATE:20271202", 5, "no day of its event")]
    [InlineData("DTSTART:20261201\nRDATE;VALUE=PERIOD:20271201", 4, "20271201")]
    [InlineData("DTSTART:20261201\nRDATE:20271201/P1D", 4, "20271201/P1D")]
    [InlineData("DTSTART:20261201\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261202", 4, "RANGE")]
    [InlineData("DTSTART:20261201\nRECURRENCE-ID:20261202\nRRULE:FREQ=YEARLY", 5, "repeat")]
    [InlineData("DTSTART:20261201\nSTATUS:POSTPONED", 4, "STATUS")]
    [InlineData("DTSTART:20261201\nSEQUENCE:two", 4, "SEQUENCE")]
    [InlineData("DTSTART:20261201\nDTSTRAT:20261202", 4, "DTSTRAT")]
    [InlineData("DTSTART;TZID=Asia/Dubai:20261201T040000\nDURATION:P1D\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE", 5, "all day")]
    [InlineData("DTSTART:20261201\nBEGIN:VEVENT\nDTSTART:20261202\nEND:VEVENT", 4, "within another")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=DAILY;BYYEARDAY=335", 4, "BYYEARDAY does not go with FREQ=DAILY")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=WEEKLY;BYYEARDAY=335", 4, "BYYEARDAY does not go with FREQ=WEEKLY")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYYEARDAY=335", 4, "BYYEARDAY does not go with FREQ=MONTHLY")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=DAILY;BYWEEKNO=49", 4, "BYWEEKNO does not go")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=WEEKLY;BYWEEKNO=49", 4, "BYWEEKNO does not go")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYWEEKNO=49", 4, "BYWEEKNO does not go")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=WEEKLY;BYMONTHDAY=1", 4, "BYMONTHDAY does not go")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=DAILY;BYDAY=1TU", 4, "'1TU' has a number")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=WEEKLY;BYDAY=1TU", 4, "'1TU' has a number")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYWEEKNO=49;BYDAY=1TU", 4, "'1TU' has a number")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYDAY=48TU,54MO", 4, "1 to 53")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYDAY=48TU,0MO", 4, "1 to 53")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=1TU,-6TU", 4, "1 to 5")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYDAY=1TU,6TU", 4, "1 to 5")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYDAY=1TUX", 4, "'1TUX' is no weekday")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYDAY=1 TU", 4, "'FREQ=MONTHLY;BYDAY=1 TU': It is no rule")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYDAY=TUE", 4, "'TUE' is no weekday")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=HOURLY;COUNT=30", 4, "date")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=MINUTELY;COUNT=30", 4, "date")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=SECONDLY;COUNT=30", 4, "date")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYHOUR=9,10", 4, "BYHOUR")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYMINUTE=1", 4, "BYMINUTE")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYSECOND=1", 4, "BYSECOND")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;BYSETPOS=1", 4, "BYSETPOS")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=4", 4, "FREQ=4")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ= YEARLY", 4, "FREQ= YEARLY")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=WEEKLY;BYMONTHDAY =1", 4, "BYMONTHDAY =1")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;UNTIL=20251201", 4, "before the event begins")]
    [InlineData("DTSTART:20261201\nRRULE:FREQ=YEARLY;UNTIL=20251201T000000Z", 4, "before the event begins")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=HOURLY;BYWEEKNO=49", 5, "BYWEEKNO")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261201T080000", 5, "before the event begins")]
    [InlineData("DTSTART:20301201\nRRULE:FREQ=YEARLY;UNTIL=20291201", 4, "before the event begins")]
    [InlineData("DTSTART:20261201T100000", 3, "no length")]
    [InlineData("DTSTART:20261201T100000Z\nDTEND:20261201T100000Z", 4, "no length")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT0S", 4, "PT0S")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261202T100000/20261202T100000", 5, "does not end after")]
    [InlineData("DTSTART:20261201\nSTATUS:CANCELLED", 2, "no UID")]
    [InlineData("UID: \nDTSTART:20261201\nSTATUS:CANCELLED", 2, "no UID")]
    [InlineData("DTSTART:20261201\nRECURRENCE-ID:20261202", 2, "no UID")]
    [InlineData("DTSTART:20261201\nDURATION:P3000000D", 4, "P3000000D")]
    [InlineData("DTSTART:20261201\nDURATION:P999999999D", 4, "P999999999D")]
    [InlineData("DTSTART:20261201\nDURATION:P2922000D", 4, "P2922000D")]
    [InlineData("DTSTART:20261201T100000\nDURATION:P3000000D", 4, "P3000000D")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT999999999H", 4, "PT999999999H")]
    [InlineData("DTSTART:20261201T100000\nDURATION:P1DT2147483647H", 4, "P1DT2147483647H")]
    [InlineData("DTSTART:20261201T100000\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261202T100000/P3000000D", 5, "P3000000D")]
    [InlineData("DTSTART:20261201T100000\nDTEND:99981231T235959\nRRULE:FREQ=YEARLY", 4, "9998")]
    [InlineData("DTSTART:20261201\nDTEND:99981231\nRRULE:FREQ=YEARLY", 4, "9998")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20261201T100000\nDTEND:99981231T235959Z", 4, "9998")]
    [InlineData("DESCRIPTION:foo\n\n STATUS:CANCELLED\nDTSTART:20261201", 5, "continues no line")]
    [InlineData("DESCRIPTION:a\fb\u2028c\u0085d\r\nDTSTART:2026\rSUMMARY:x", 4, "'2026'")]
    public void What_is_not_understood_is_refused_with_its_line(string body, int line, string expected)
    {
        string refusal = Refusal(Calendar(Event(body)).Replace("VERSION:2.0\n", string.Empty, StringComparison.Ordinal));

        refusal.Should().StartWith($"bad_holiday_file (line {line}): ").And.Contain(expected);
    }

    [Fact]
    public void An_export_with_its_own_zone_and_remarks_is_read_for_its_days()
    {
        const string Export = """
            BEGIN:VCALENDAR
            PRODID:-//Example//Desktop 16.0//EN
            VERSION:2.0
            METHOD:PUBLISH
            X-MS-OLK-FORCEINSPECTOROPEN:TRUE
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16011028T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            CLASS:PUBLIC
            CREATED:20260105T080000Z
            DESCRIPTION:closed\, all of us
            DTEND;TZID="W. Europe Standard Time":20261002T000000
            DTSTAMP:20260105T080000Z
            DTSTART;TZID="W. Europe Standard Time":20261001T000000
            LAST-MODIFIED:20260105T080000Z
            PRIORITY:5
            SEQUENCE:0
            SUMMARY;LANGUAGE=en-gb:Stocktaking
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E008
            X-ALT-DESC;FMTTYPE=text/html:<p>closed: <b>all</b></p>
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            BEGIN:VALARM
            TRIGGER:-PT15M
            ACTION:DISPLAY
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;

        Read(Export).Value.Days.Select(day => day.ToString()).Should().Equal("2026-10-01 Stocktaking");
        HolidayFile.Read(Export, Years, Some.Dubai).Value.Days.Should().ContainSingle("the day is the one on the wall where it was written");
    }

    [Fact]
    public void An_event_without_a_name_is_refused() =>
        Refusal("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201\nEND:VEVENT\nEND:VCALENDAR").Should().Contain("line 2").And.Contain("SUMMARY");

    [Theory]
    [InlineData("\u200Fعيد الفطر\u200E", "عيد الفطر")]
    [InlineData("\uFEFFNew\u200B \u00ADYear\u2060", "New Year")]
    [InlineData(" New\tYear\\n\u2028(in  lieu) ", "New Year (in lieu)")]
    [InlineData("New\u0085Year\u0007", "New Year")]
    [InlineData("New\u200D Year", "New Year")]
    [InlineData("\u202AEaster\u202C", "Easter")]
    [InlineData("نیمه\u200Cشعبان\u200F", "نیمه\u200Cشعبان")]
    public void A_name_is_kept_as_it_is_seen(string summary, string name) =>
        Read(Calendar(Event($"SUMMARY:{summary}\nDTSTART:20261201"))).Value.Days.Should().ContainSingle().Which.Name.Should().Be(name);

    [Theory]
    [InlineData("", "no SUMMARY")]
    [InlineData("\u200B\u200F", "no SUMMARY")]
    [InlineData("\u2800\u115F", "characters that cannot be kept")]
    [InlineData("New\u034FYear", "characters that cannot be kept")]
    public void A_summary_that_can_be_no_name_is_refused_for_what_is_wrong_with_it(string summary, string problem)
    {
        Refusal(Calendar(Event($"SUMMARY:{summary}\nDTSTART:20261201"))).Should().Contain("line 4").And.Contain(problem);
        Refusal(Calendar(Event($"SUMMARY:{new string('x', 101)}\nDTSTART:20261201"))).Should().Contain("line 4").And.Contain("longer than the 100");
    }

    [Fact]
    public void Events_whose_UID_is_empty_are_different_events() =>
        Days(Calendar(Event("UID:\nDTSTART:20261225"), Event("UID: \nDTSTAMP:20260101T000000Z\nDTSTART:20261226"))).Should().Be("2026-12-25 2026-12-26");

    [Fact]
    public void A_day_that_replaces_none_is_refused() =>
        Refusal(Calendar(Event("UID:a\nDTSTART:20261201\nRRULE:FREQ=YEARLY"), Event("UID:a\nDTSTART:20271203\nRECURRENCE-ID:20271202"))).Should().Contain("line 12").And.Contain("no day of its event");

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nCALSCALE:HEBREW\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nMETHOD:ADD\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VAVAILABILITY\nEND:VAVAILABILITY\nEND:VCALENDAR")]
    public void What_is_no_holiday_file_is_refused(string text) => Read(text).Refusal!.Code.Should().Be("bad_holiday_file");

    [Fact]
    public void No_file_keeps_its_reader_busy()
    {
        string seconds = Event("DTSTART:19900101T000000\nDURATION:PT1S\nRRULE:FREQ=SECONDLY;COUNT=9000");

        Refusal(Calendar([.. Enumerable.Repeat(seconds, 30)])).Should().Contain("occurrences");
        Refusal(Calendar([.. Enumerable.Repeat(Event("DTSTART:20260101\nDTEND:20281231"), 6)])).Should().Contain("5000 days");
    }

    private static TimeResult<Holidays> Read(string text) => HolidayFile.Read(text, Years, Some.Berlin);

    private static string Refusal(string text) => Read(text).Refusal!.ToString();

    private static string Days(string text)
    {
        Holidays holidays = Read(text).Value;
        holidays.ClosedPeriods.Should().BeEmpty();
        return string.Join(' ', holidays.Days.Select(day => day.ToString()[..10]));
    }

    private static string Event(string body) =>
        $"BEGIN:VEVENT\n{body}\n{(body.StartsWith("SUMMARY", StringComparison.Ordinal) ? string.Empty : "SUMMARY:x\n")}END:VEVENT\n";

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events)}END:VCALENDAR\n";
}
