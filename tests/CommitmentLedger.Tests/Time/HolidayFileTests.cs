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
        DTSTART:20261111T110000Z
        RRULE:FREQ=WEEKLY
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

    [Fact]
    public void All_day_events_are_listed_with_their_names_so_that_some_can_be_dropped()
    {
        IReadOnlyList<SpecialDay> days = HolidayFile.Read(Feed).Value;

        days.Select(day => day.ToString()).Should().Equal("2026-12-25 Christmas, both days", "2026-12-26 Christmas, both days", "--01-01 New Year", "2026-11-11 St Martin's Day");
        WorkingCalendar calendar = Some.Office.WithSpecialDays([.. days.Where(day => day.Name != "St Martin's Day")]);
        calendar.IsWorkingDay(Some.Date("2026-12-25")).Should().BeFalse();
        calendar.IsWorkingDay(Some.Date("2026-11-11")).Should().BeTrue();
    }

    [Fact]
    public void Lines_may_end_as_they_do_on_any_system() =>
        HolidayFile.Read("\uFEFF" + Feed.Replace("\n", "\r\n", StringComparison.Ordinal)).Value.Should().HaveCount(4);

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused_and_names_the_line()
    {
        string[] lines = Feed.TrimEnd().Split('\n');
        for (int count = 0; count < lines.Length; count++)
        {
            TimeRefusal refusal = HolidayFile.Read(string.Join('\n', lines[..count])).Refusal!;
            refusal.Code.Should().Be("bad_holiday_file");
            refusal.Field.Should().StartWith("line ");
        }
    }

    [Theory]
    [InlineData("SUMMARY:x", "DTSTART")]
    [InlineData("DTSTART;VALUE=DATE:20261301\nSUMMARY:x", "20261301")]
    [InlineData("DTSTART;VALUE=DATE:99991231\nSUMMARY:x", "99991231")]
    [InlineData("DTSTART;VALUE=DATE:20261201", "SUMMARY")]
    [InlineData("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261130\nSUMMARY:x", "before it begins")]
    [InlineData("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20261231\nSUMMARY:x", "31 days")]
    [InlineData("DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=MONTHLY\nSUMMARY:x", "FREQ=MONTHLY")]
    public void An_event_that_is_wrong_is_refused(string body, string expected) =>
        HolidayFile.Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{body}\nEND:VEVENT\nEND:VCALENDAR\n").Refusal!.Message.Should().Contain(expected);

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR")]
    public void What_is_no_holiday_file_is_refused(string text) => HolidayFile.Read(text).Refusal!.Code.Should().Be("bad_holiday_file");
}
