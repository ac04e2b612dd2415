using NodaTime;

namespace CommitmentLedger.Tests.Time.Snippets;

/// <summary>The code of the page on how a deadline is computed.</summary>
internal static class DeadlineSnippets
{
    public static void ExplainADeadline(TextWriter output)
    {
        #region ExplainADeadline
        WorkingCalendar lab = WorkingCalendar.FromJson("""
            {
              "name": "lab", "version": 3, "zone": "Asia/Dubai",
              "hours": {
                "monday": ["09:00-13:00", "14:00-18:00"], "tuesday": ["09:00-13:00", "14:00-18:00"],
                "wednesday": ["09:00-13:00", "14:00-18:00"], "thursday": ["09:00-13:00", "14:00-18:00"],
                "friday": ["09:00-12:00"]
              },
              "specialDays": [{ "date": "2026-12-02", "name": "National Day" }],
              "closedPeriods": [{ "from": "2026-12-03T10:00:00", "to": "2026-12-03T11:00:00", "name": "fire drill" }]
            }
            """);
        Instant said = Instant.FromUtc(2026, 12, 1, 12, 30);

        TimeResult<Deadline> result = Deadline.TryWithin(BusinessTime.FromHours(4), said, lab, said: "within four working hours");

        if (result.TryGet(out Deadline? deadline, out TimeRefusal? refusal)) output.WriteLine(deadline.Explain(lab));
        else output.WriteLine(refusal);
        #endregion
    }

    public static void PauseAClock(TextWriter output)
    {
        #region PauseAClock
        WorkingCalendar always = WorkingCalendar.AroundTheClock(DateTimeZoneProviders.Tzdb["Asia/Dubai"]);
        Instant ten = Instant.FromUtc(2026, 11, 14, 6, 0);
        Deadline deadline = Deadline.Within(BusinessTime.FromMinutes(90), ten, always);

        CommitmentClock clock = CommitmentClock.NotStarted.Start(ten).Value
            .Pause(ten + Duration.FromMinutes(20), "passport copy", Party.Customer).Value;
        ClockReading paused = clock.Read(deadline, always, ten + Duration.FromMinutes(50)).Value;
        output.WriteLine($"{paused.State}: {paused.Remaining} left, due {paused.DueIfResumed} if resumed now");

        clock = clock.Resume(ten + Duration.FromMinutes(60)).Value;
        ClockReading running = clock.Read(deadline, always, ten + Duration.FromMinutes(75)).Value;
        output.WriteLine($"{running.State}: {running.Elapsed} gone, due {running.Due}, waited for the customer {running.Split.OnCustomer}");
        #endregion
    }

    public static void SayIt(TextWriter output)
    {
        #region SayIt
        DateTimeZone dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
        WorkingCalendar always = WorkingCalendar.AroundTheClock(dubai);
        Instant ten = Instant.FromUtc(2026, 11, 14, 6, 0);

        Deadline[] deadlines =
        [
            Deadline.Within(BusinessTime.FromMinutes(30), ten, always, said: "within 30 minutes"),
            Deadline.By(new LocalDateTime(2026, 11, 20, 17, 0), dubai, "by Friday 17:00"),
            Deadline.Between(new LocalDateTime(2026, 11, 15, 10, 0), new LocalDateTime(2026, 11, 15, 12, 0), dubai, "between 10 and 12"),
            Deadline.Within(new BusinessDays(2, DayRule.AtClosing), ten, always, said: "two working days"),
        ];
        foreach (Deadline deadline in deadlines) output.WriteLine($"{deadline.Said}: {deadline.ToText()}");
        #endregion
    }

    public static void ImportHolidays(TextWriter output)
    {
        #region ImportHolidays
        string feed = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261111
            SUMMARY:St Martin's Day
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261225
            DTEND;VALUE=DATE:20261227
            SUMMARY:Christmas
            END:VEVENT
            END:VCALENDAR
            """;
        DateTimeZone berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var years = new DateInterval(new LocalDate(2026, 1, 1), new LocalDate(2027, 12, 31));

        IReadOnlyList<SpecialDay> listed = HolidayFile.Read(feed, years, berlin).Value.Days;
        foreach (SpecialDay day in listed) output.WriteLine(day);

        WorkingCalendar office = new WorkingCalendar("office", 1, berlin)
            .WithWeekdays(OpenInterval.Between(new LocalTime(9, 0), new LocalTime(17, 0)))
            .WithSpecialDays([.. listed.Where(day => day.Name != "St Martin's Day")]);
        output.WriteLine($"Open on 11 November: {office.IsWorkingDay(new LocalDate(2026, 11, 11))}");
        foreach (CalendarLint lint in office.Lint()) output.WriteLine(lint);
        #endregion
    }
}
