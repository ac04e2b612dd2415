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
    public void What_has_a_time_of_day_is_a_closure_by_the_clock_of_the_file()
    {
        WorkingCalendar calendar = Some.Office.WithClosures([.. Read(Feed).Value.Closures]);

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
    [InlineData("a state in small letters", "DTSTART:20261225\nSTATUS:cancelled", "")]
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
        holidays.Closures.Should().BeEmpty();
        return string.Join(' ', holidays.Days.Select(day => day.ToString()[..10]));
    }

    private static string Event(string body) =>
        $"BEGIN:VEVENT\n{body}\n{(body.StartsWith("SUMMARY", StringComparison.Ordinal) ? string.Empty : "SUMMARY:x\n")}END:VEVENT\n";

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events)}END:VCALENDAR\n";
}
