using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CommitmentLedger.Tests.Time.Properties;

/// <summary>Text that was damaged on its way is refused or read, and never anything else.</summary>
public class DamagedTextProperties
{
    private const string Alphabet = "0129-:+TZ \"\\,;{}[]axé\n";

    private static readonly string[] Texts =
    [
        Deadline.Between(Some.Local("2026-11-14T10:00:00"), Some.Local("2026-11-14T12:00:00"), Some.Dubai, "\"between\" 10 \\ 12").ToString(),
        Deadline.Within(new BusinessDays(2, DayRule.AtClosing), Some.Instant("2026-11-14T06:00:00Z"), Some.Office, Some.Dubai, "two working days").ToString(),
        Some.Office.WithSpecialDays(SpecialDay.Closed(Some.Date("2026-12-25"), "Christmas Day"))
            .WithClosedPeriods(new ClosedPeriod(Some.Local("2026-11-16T10:00:00"), Some.Local("2026-11-16T12:00:00"), "Stocktaking")).ToJson(),
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261227\nRRULE:FREQ=YEARLY;UNTIL=20301225\nEXDATE;VALUE=DATE:20271225\nRDATE:20280101\nSUMMARY:Christmas\nEND:VEVENT\nEND:VCALENDAR",
    ];

    private static readonly Arbitrary<string> Damaged = Arb.From(
        from text in Gen.Elements(Texts)
        from at in Gen.Choose(0, text.Length - 1)
        from removed in Gen.Choose(0, 3)
        from added in Gen.ListOf(Gen.Elements(Alphabet.ToCharArray()), 3)
        from count in Gen.Choose(0, 3)
        from isCut in Gen.Elements(false, false, false, true)
        select isCut ? text[..at] : string.Concat(text.AsSpan(0, at), string.Concat(added.Take(count)), text.AsSpan(Math.Min(text.Length, at + removed))));

    [Fact]
    public void Damaged_text_is_refused_or_read_and_what_is_read_can_be_used() => Prop.ForAll(Damaged, text =>
    {
        if (Deadline.TryParse(text, null, out Deadline? deadline))
        {
            if (Deadline.Parse(deadline.ToString(), null) != deadline || deadline.ToText().Length == 0) return false;
            if (deadline.Calendar is null && deadline.Explain().ToString().Length == 0) return false;
        }

        if (WorkingCalendar.TryFromJson(text).TryGet(out WorkingCalendar? calendar, out TimeRefusal? refusal))
            return calendar.Elapsed(Some.Instant("2026-11-01T00:00:00Z"), Some.Instant("2027-01-01T00:00:00Z")) >= Duration.Zero && calendar.Lint() is not null;
        if (refusal.Field.Length == 0) return false;
        return HolidayFile.Read(text, new DateInterval(Some.Date("2026-01-01"), Some.Date("2030-12-31")), Some.Berlin).Refusal is null or { Field.Length: > 0 };
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
