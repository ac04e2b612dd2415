using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to calendars shows, compiled and run.</summary>
public sealed class CalendarsSnippets
{
    private static readonly DateTimeZone Dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];

    [Fact]
    public async Task A_new_version_of_a_calendar_moves_what_is_watched_when_somebody_reassesses()
    {
        var time = new MovableTime(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        var store = new InMemoryLedgerStore();
        #region UseCalendars
        WorkingCalendar office = new WorkingCalendar("front office", version: 1, Dubai)
            .WithWeekdays(OpenInterval.Between(new LocalTime(9, 0), new LocalTime(17, 0)));

        services.AddCommitmentLedger(options => options.Calendars.Add(office)).UseStore(_ => store);
        #endregion
        await using ServiceProvider provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<Ledger>();
        var team = new Actor(Team.Of("front office"), Channel.Phone);
        var guest = CustomerId.Of("guest-7731");
        CommitmentId commitment = CommitmentId.New();
        CommitmentId other = CommitmentId.New();
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        #region CountByCalendar
        await ledger.ActingAs(team).For(guest).PromiseAsync(commitment, new Promise
        {
            Words = Words.Verbatim("We call you within 16 working hours."),
            PromisedDue = Deadline.Within(BusinessTime.FromHours(16), now, office, said: "within 16 working hours"),
        });
        #endregion
        await ledger.ActingAs(team).For(guest).PromiseAsync(
            other, new Promise { Words = Words.Verbatim("A quiet room."), PromisedDue = Deadline.At(now + Duration.FromHours(3), Dubai) });
        #region NewVersion
        WorkingCalendar edited = new WorkingCalendar("front office", version: 2, Dubai)
            .WithWeekdays(OpenInterval.Between(new LocalTime(9, 0), new LocalTime(17, 0)))
            .WithSpecialDays([SpecialDay.Closed(new LocalDate(2026, 12, 2), "National Day")]);
        string[] warnings = [.. edited.Lint().Select(lint => lint.ToString())];
        #endregion
        var next = new LedgerOptions { Calendars = { office, edited } };
        await using var restarted = new Ledger(store, next, time);
        int moved = 0;
        #region ReassessAll
        var reason = Words.Paraphrase("National Day was added to the calendar of the front office.");
        await foreach (Commitment open in restarted.FindOwnedByAsync(team.Team))
        {
            if (open.CurrentDue?.Calendar?.Name != edited.Version.Name) continue;
            Verdict verdict = await restarted.ActingAs(team).For(open.Customer).TryAsync(new Reassess(open.Id, reason));
            if (verdict.Refusal is null) moved++; // Refused with nothing_changes where the new holiday plays no part.
        }
        #endregion
        await using var forgetful = new Ledger(store, new LedgerOptions { Calendars = { edited } }, time);
        await forgetful.ActingAs(team).For(guest).PauseAsync(commitment, Party.Customer, "passport copy");
        Verdict withoutOldVersion = await forgetful.ActingAs(team).For(guest).TryAsync(new Resume(commitment));
        Verdict withOldVersion = await restarted.ActingAs(team).For(guest).TryAsync(new Resume(commitment));

        Commitment found = (await restarted.FindAsync(guest, commitment))!;
        withoutOldVersion.Refusal!.Code.Should().Be("calendar_unknown");
        withOldVersion.Refusal.Should().BeNull();
        moved.Should().Be(1);
        warnings.Should().BeEmpty();
        found.CurrentDue!.Due.Should().Be(new LocalDateTime(2026, 12, 2, 12, 0).InZoneStrictly(Dubai).ToInstant(), "what the customer was told stays");
        found.WatchedDue.Should().Be(new LocalDateTime(2026, 12, 3, 12, 0).InZoneStrictly(Dubai).ToInstant());
    }

    [Fact]
    public async Task A_promise_by_a_calendar_that_was_not_given_is_refused()
    {
        var editedInPlace = new WorkingCalendar("front office", version: 1, Dubai).WithWeekdays(OpenInterval.Between(new LocalTime(9, 0), new LocalTime(17, 0)));
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        Instant now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var promise = new Promise { Words = Words.Verbatim("Soon."), PromisedDue = Deadline.Within(BusinessTime.FromHours(16), now, editedInPlace) };

        Verdict verdict = await ledger.ActingAs(new Actor(Team.Of("desk"), Channel.Phone)).For(CustomerId.Of("a")).TryAsync(new MakePromise(CommitmentId.New(), promise));

        verdict.Refusal!.Code.Should().Be("calendar_unknown");
    }
}
