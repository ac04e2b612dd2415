using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Clocks;

/// <summary>Several hosts write to one ledger, and no two of their clocks agree.</summary>
public class HostClocksTests
{
    private static readonly Duration Tolerance = Duration.FromSeconds(5);
    private static readonly Occasion CheckIn = new("check-in");

    public static TheoryData<string> VerbsOfTheClock { get; } = ["pause", "state", "release", "withdraw", "break", "renegotiate", "split", "carry-forward"];

    [Theory]
    [MemberData(nameof(VerbsOfTheClock))]
    public void What_happens_now_is_never_refused_because_this_clock_is_behind(string verb)
    {
        foreach (Duration behind in (Duration[])[Duration.FromMilliseconds(1), Duration.FromSeconds(2), Duration.FromHours(1)])
        {
            Story story = new Story().GivenPromise();
            story.After(-behind).When(Now(verb, story.Id)).ThenIsRecorded();

            story.Last.Entries.Should().OnlyContain(entry => entry.OccurredAt == Some.Monday, "it follows what the commitment's clock counts");
            story.Last.Entries.Should().OnlyContain(entry => entry.RecordedAt == Some.Monday - behind, "when it was recorded is what this clock says");
        }
    }

    [Fact]
    public void What_follows_on_a_clock_that_is_behind_follows_too()
    {
        Story story = new Story().GivenPromise();
        story.After(Duration.FromMinutes(1)).Given(new Pause(story.Id, Party.Us, "system is down"));
        story.After(-Duration.FromSeconds(2)).Given(new Resume(story.Id));
        story.Given(new StateDone(story.Id));
        story.Given(new Accept(story.Id, Some.Yes()));

        story.It.Closing!.At.Should().Be(Some.Monday + Duration.FromMinutes(1));
    }

    [Fact]
    public void Another_commitment_of_the_customer_is_in_order_as_long_as_clocks_differ_little()
    {
        foreach ((Duration behind, Duration dated) in ((Duration, Duration)[])[(Duration.FromSeconds(2), Duration.Zero), (Tolerance, Duration.Zero), (Duration.FromHours(1), -Duration.FromHours(1))])
        {
            Story story = new Story().GivenPromise();

            story.After(-behind).Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("cots", 1)) with { Matter = null }));

            story.Last.Entries[0].OccurredAt.Should().Be(Some.Monday + dated, "one host with a wrong clock does not date what has nothing to do with it");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_that_is_dated_before_the_request_keeps_the_promise_to_answer(bool isGiven)
    {
        Story story = new Story();
        story.Given(new Request(story.Id, Some.Promise()) { Answer = new AnswerBy(CommitmentId.New(), Some.Words(), Some.Due()) });
        Instant earlier = Some.Monday - Duration.FromHours(1);

        Command answer = new MakePromise(story.Id, Some.Promise()) { OccurredAt = isGiven ? earlier : null };
        story.At(isGiven ? Some.Monday : earlier).When(answer).Then(typeof(Promised), typeof(Answered));
    }

    [Fact]
    public void A_time_that_is_given_may_be_ahead_of_this_clock_by_as_much_as_clocks_differ()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise()) { OccurredAt = Some.Monday + Tolerance + Duration.FromMilliseconds(1) }).ThenIsRefused("occurred_in_future");
        story.When(new MakePromise(story.Id, Some.Promise()) { OccurredAt = Some.Monday + Tolerance }).ThenIsRecorded();

        story.It.PromisedAt.Should().Be(Some.Monday + Tolerance);
        story.When(new StateDone(story.Id)).ThenIsRecorded();
    }

    [Fact]
    public void A_time_that_is_given_may_be_behind_what_is_counted_by_as_much_as_clocks_differ()
    {
        Story story = new Story().GivenPromise();
        story.After(Duration.FromHours(1)).Given(new Pause(story.Id, Party.Us, "system is down"));
        Instant paused = story.Now;

        story.When(new Resume(story.Id) { OccurredAt = paused - Tolerance - Duration.FromMilliseconds(1) }).ThenIsRefused("out_of_order");
        story.When(new Resume(story.Id) { OccurredAt = paused - Tolerance }).ThenIsRecorded();

        story.Last.Entries[0].OccurredAt.Should().Be(paused);
    }

    [Fact]
    public void A_briefing_that_a_host_with_a_faster_clock_gave_was_read()
    {
        foreach ((Duration behind, bool isBriefed) in ((Duration, bool)[])[(Duration.FromSeconds(2), true), (Duration.FromMinutes(1), false)])
        {
            Story story = new Story().Given(new Brief(CheckIn), Some.Reception);

            story.After(-behind).Given(new StartInteraction(InteractionId.New(), CheckIn), Some.Reception);

            story.Last.Entries[0].Event.Should().BeOfType<InteractionStarted>().Which.IsBriefed.Should().Be(isBriefed);
        }
    }

    [Fact]
    public async Task Two_ledgers_on_one_store_whose_clocks_differ_take_each_others_promises_on()
    {
        var store = new InMemoryLedgerStore();
        await using var ahead = new Ledger(store, time: new ManualTime(Some.Monday));
        await using var behind = new Ledger(store, time: new ManualTime(Some.Monday - Duration.FromSeconds(2)));
        var id = CommitmentId.New();
        await ahead.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(id, Some.Promise());

        Verdict verdict = await behind.ActingAs(Some.Reception).For(Some.Guest).TryAsync(new StateDone(id));

        verdict.Refusal.Should().BeNull();
        (await behind.VerifyAsync(Some.Guest)).IsSound.Should().BeTrue();
    }

    private static Command Now(string verb, CommitmentId id) => verb switch
    {
        "pause" => new Pause(id, Party.Us, "system is down"),
        "state" => new StateDone(id),
        "release" => new Release(id, Some.Words()),
        "withdraw" => new Withdraw(id, Some.Words()),
        "break" => new Break(id, Some.Words()),
        "renegotiate" => new Renegotiate(id, Some.Promise(Term.Of("adults", 3))) { Consent = Some.Consent() },
        "split" => new Split(id, [new Part(CommitmentId.New(), Some.Promise(Term.Of("adults", 4))), new Part(CommitmentId.New(), Some.Promise(Term.Of("extra-beds", 2)))], Some.Consent()),
        _ => new CarryForward(id, CommitmentId.New(), Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Reception, Some.Words()),
    };

    [Fact]
    public void What_is_new_follows_the_latest_of_all_clocks_that_are_a_little_ahead()
    {
        Instant ahead = Some.Monday + Duration.FromSeconds(3);
        Story story = new Story().At(ahead).GivenPromise();
        story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("cots", 1)) with { Matter = null }) { OccurredAt = Some.Monday });

        story.At(Some.Monday + Duration.FromSeconds(1)).Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("towels", 1)) with { Matter = null }));

        story.Last.Entries[0].OccurredAt.Should().Be(ahead);
    }

    [Theory]
    [InlineData(1899, 12, 31)]
    [InlineData(2200, 1, 1)]
    public async Task A_clock_outside_the_years_that_are_kept_is_refused_before_anything_is_written(int year, int month, int day)
    {
        var store = new InMemoryLedgerStore();
        await using var ledger = new Ledger(store, time: new ManualTime(Instant.FromUtc(year, month, day, 12, 0)));
        CustomerLedger guest = ledger.ActingAs(Some.Membership).For(Some.Guest);

        foreach (Func<Task> use in new Func<Task>[]
        {
            () => guest.TryAsync(new MakePromise(CommitmentId.New(), Some.Promise() with { PromisedDue = null }) { AlreadySpoken = true }),
            () => guest.BriefAsync(CheckIn),
        })
        {
            (await use.Should().ThrowAsync<LedgerUnavailableException>()).WithMessage("*clock*years 1900 to 2199*Nothing was written*");
        }

        (await store.LoadAsync(StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest), LoadScope.OpenOnly, default)).Should().BeNull();
    }
}
