using NodaTime;

namespace CommitmentLedger.Tests.Renegotiating;

/// <summary>After a change without consent, what is said again is compared with what we are held to first, and with what we put in its place second.</summary>
public class HeldWordsTests
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Deadline Later = Some.Due(Some.CheckIn + Duration.FromHours(4));
    private static readonly Promise OneBed = Some.Promise(Term.Of("adults", 4), Term.Of("extra-beds", 1)) with { PromisedDue = Later };
    private readonly CommitmentId _other = CommitmentId.New();

    private static Story Changed(Promise? to = null, Promise? from = null)
    {
        Story story = new Story().GivenPromise(from);
        return story.Given(new Renegotiate(story.Id, to ?? OneBed) { IsUnilateral = true }, Some.Reception).After(Day);
    }

    private static string[] Confirmed(Story story) => [.. story.Brief().Lines.Single().Facts.Where(fact => fact.Label == "Confirmed").Select(fact => fact.Text)];

    [Fact]
    public void The_agreed_words_said_again_assure_them_and_are_a_doubt()
    {
        Story story = Changed();

        story.When(new MakePromise(_other, Some.Promise()), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        Assurance assurance = story.It.Assurances.Single();
        (assurance.Terms, assurance.PromisedDue).Should().Be((Some.Promise().Terms, Some.Due()));
        BriefingLine line = story.Brief().Lines.Single();
        line.Headline.Should().Be("Two teams promised: 4 adults, 2 extra beds");
        story.It.IndependentConfirmations.Should().Be(1);
        Receipt receipt = Receipt.For(story.Last.Entries, story.It, [])!;
        (receipt.Terms, receipt.Due).Should().Be((Some.Promise().Terms, Some.Due()));
    }

    [Fact]
    public void The_agreed_date_alone_said_again_is_no_contradiction()
    {
        Story story = Changed(Some.Promise() with { PromisedDue = Later });

        story.When(new MakePromise(_other, Some.Promise()), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));
        story.When(new MakePromise(_other, Some.Promise(Term.Of("adults", 4), Term.Of("cots", 1))), Some.PhoneLine).Then(typeof(Promised));

        story.Contradicts(_other).Should().BeEmpty();
        story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("extra-beds", 2), Term.Of("adults", 4)) with { PromisedDue = Some.Due(Some.CheckIn + Day) }), Some.Housekeeping);
        story.Contradicts(story.Id).Should().ContainSingle();
    }

    [Fact]
    public void The_words_in_their_place_said_again_make_no_promise_and_do_not_count_for_what_was_agreed()
    {
        Story story = Changed();

        story.When(new MakePromise(_other, OneBed), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        Receipt receipt = Receipt.For(story.Last.Entries, story.It, [])!;
        (receipt.Terms, receipt.Due).Should().Be((OneBed.Terms, Later));
        story.Brief().Lines.Single().Headline.Should().Be("membership promised: 4 adults, 2 extra beds");
        Confirmed(story).Should().Equal("Tue 3 Nov 10:00, by hotel phone line, phone: 4 adults, extra beds: 1, due Sat 14 Nov 2026 19:00 (Asia/Dubai), nothing else");
        story.It.IndependentConfirmations.Should().Be(0);
    }

    [Fact]
    public void A_confirmation_of_another_date_counts_for_no_term_of_the_agreed_one()
    {
        Story story = Changed(Some.Promise() with { PromisedDue = Later });

        story.Given(new Confirm(story.Id, Basis.Capacity, Some.Words("Yes, at seven.")), Some.PhoneLine);

        story.It.IndependentConfirmations.Should().Be(0);
        story.Brief().Lines.Single().Headline.Should().StartWith("membership promised: ");
    }

    [Fact]
    public void Terms_that_only_the_agreed_words_have_can_be_confirmed()
    {
        Story story = Changed(Some.Promise(Term.Of("guests", 9)));

        story.When(new Confirm(story.Id, Basis.Capacity) { Terms = [Term.Of("extra-beds", 2)] }, Some.PhoneLine).Then(typeof(Confirmed));
        story.When(new Confirm(story.Id, Basis.Capacity) { Terms = [Term.Of("guests", 9)] }, Some.PhoneLine).Then(typeof(Confirmed));
        story.When(new Confirm(story.Id, Basis.Capacity) { Terms = [Term.Of("guests", 8)] }, Some.PhoneLine).ThenIsRefused("unknown_term").Details.Should().Equal("guests");

        story.It.Assurances.Select(assurance => assurance.Terms.Single()).Should().Equal(Term.Of("extra-beds", 2), Term.Of("guests", 9));
    }

    [Fact]
    public void While_the_customers_pause_keeps_dates_open_the_words_are_told_apart_all_the_same()
    {
        Promise Within(int hours) => Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(hours), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai)) };
        Story story = new Story().GivenPromise(Within(48));
        story.Given(new Renegotiate(story.Id, Within(96)) { IsUnilateral = true }, Some.Reception).After(Duration.FromHours(1)).Given(new Pause(story.Id, Party.Customer, "key"));

        story.Given(new MakePromise(_other, Within(96)), Some.PhoneLine);
        story.It.IndependentConfirmations.Should().Be(0);
        story.Given(new MakePromise(_other, Within(48)), Some.Housekeeping);

        story.It.IndependentConfirmations.Should().Be(1);
        story.After(Duration.FromHours(30)).Given(new Resume(story.Id));
        story.It.IndependentConfirmations.Should().Be(1, "the customer's pause moved the date, and the words stayed");
    }

    [Fact]
    public void Who_gave_the_agreed_words_in_time_is_not_told_as_outdated_by_our_change()
    {
        Story story = new Story().GivenPromise();
        story.Given(new MakePromise(_other, Some.Promise()), Some.PhoneLine).Given(new Renegotiate(story.Id, OneBed) { IsUnilateral = true }, Some.Reception);

        story.Brief().Lines.Single().Headline.Should().Be("Two teams promised: 4 adults, 2 extra beds");
        Confirmed(story).Should().Equal("Mon 2 Nov 10:00, by hotel phone line, phone");
        story.It.IndependentConfirmations.Should().Be(1);
        story.Given(new Renegotiate(story.Id, OneBed) { Consent = Some.Consent() });
        Confirmed(story).Single().Should().EndWith(": the words that stood then");
        story.It.IndependentConfirmations.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Once_the_agreed_words_stand_again_those_who_gave_them_are_named(bool isUnilateral)
    {
        Story story = new Story().GivenPromise();
        story.Given(new MakePromise(_other, Some.Promise()), Some.PhoneLine).After(Day).Given(new Renegotiate(story.Id, OneBed) { IsUnilateral = true }, Some.Reception).After(Day);

        story.Given(new Renegotiate(story.Id, Some.Promise()) { IsUnilateral = isUnilateral, Consent = isUnilateral ? null : Some.Consent() }, Some.Reception);

        (story.It.PromisedBy, story.It.PromisedAt, story.It.AgreedPromise, story.It.AgreedBy, story.It.AgreedAt).Should().Be((Some.Membership, Some.Monday, null, null, null));
        story.Brief().Lines.Single().Headline.Should().Be("Two teams promised: 4 adults, 2 extra beds");
        story.Brief().Lines.Single().Facts[0].Text.Should().Be("Mon 2 Nov 10:00, by membership (asha), phone");
        Confirmed(story).Should().Equal("Mon 2 Nov 10:00, by hotel phone line, phone");
    }

    [Fact]
    public void The_team_and_the_day_of_the_agreed_words_decide_whether_the_customer_asked_again()
    {
        Story same = new Story().GivenPromise();
        same.Given(new Renegotiate(same.Id, OneBed) { IsUnilateral = true }, Some.Reception);

        same.When(new MakePromise(_other, Some.Promise()), Some.Membership).Then(typeof(Confirmed));
        same.When(new MakePromise(_other, OneBed), Some.Reception).Then(typeof(Confirmed));
        same.When(new MakePromise(_other, Some.Promise()), Some.Reception).Then(typeof(AskedAgain), typeof(Confirmed));
    }

    [Fact]
    public void Words_that_we_are_held_to_elsewhere_come_before_those_that_we_put_in_the_place_of_others()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4)));
        story.Given(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine).Given(new Renegotiate(story.Id, Some.Promise(Term.Of("adults", 3))) { IsUnilateral = true }, Some.Reception);

        story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 3))), Some.Housekeeping);

        story.Last.Entries[^1].Event.About.Should().Be(_other);
    }

    [Fact]
    public void A_claim_of_the_agreed_words_was_logged_after_all()
    {
        Story story = Changed();

        story.When(new Claim(_other, Some.Promise() with { Words = Some.Words("You promised two beds at three.") }), Some.PhoneLine).Then(typeof(AccountRecorded));
        Receipt.For(story.Last.Entries, story.It, [])!.ToString().Should().Contain("Our record says: 4 adults, 2 extra beds").And.Contain("Due: Sat 14 Nov 2026 15:00");
        story.When(new Claim(_other, OneBed), Some.PhoneLine).Then(typeof(AccountRecorded));

        story.Record.History.Claimed.Should().Be(0);
    }

    [Fact]
    public void Our_record_beside_the_customers_account_is_what_we_are_held_to()
    {
        Story story = Changed();

        story.Given(new RecordAccount(story.Id, Some.Words("You promised two beds at three.")), Some.PhoneLine);

        Receipt receipt = Receipt.For(story.Last.Entries, story.It, [])!;
        (receipt.Terms, receipt.Due).Should().Be((Some.Promise().Terms, Some.Due()));
    }

    [Fact]
    public void Evidence_for_a_claim_that_we_changed_since_shows_who_gave_the_agreed_words()
    {
        var story = new Story();
        story.Given(new Claim(story.Id, Some.Promise()), Some.Reception).Given(new Renegotiate(story.Id, OneBed) { IsUnilateral = true }, Some.Reception);

        story.Given(new Corroborate(story.Id, Evidence.At("calls/2231"), Some.PhoneLine));

        (story.It.AgreedBy, story.It.PromisedBy).Should().Be((Some.PhoneLine, Some.Reception));
    }

    [Fact]
    public void A_briefing_shows_the_contradiction_that_the_verdict_reports()
    {
        foreach (Promise to in new[] { Some.Promise(Term.Of("guests", 9)), Some.Promise() with { Terms = [] }, Some.Promise(Term.Of("adults", 3)) with { Matter = LookupKey.Booking("HX-9000") }, Some.Promise(Term.Of("adults", 3)) with { Matter = null } })
        {
            Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4)));
            story.Given(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine);

            story.Given(new Renegotiate(story.Id, to) { IsUnilateral = true }, Some.Reception);

            story.Contradicts(story.Id).Should().Equal(_other);
            BriefingLine line = story.Brief().Lines.Single(line => line.Kind == BriefingLineKind.Contradiction);
            line.Headline.Should().Contain(Some.Booking.ToString());
        }
    }

    [Fact]
    public void What_others_rely_on_is_at_stake_though_our_change_leaves_it_out()
    {
        Story story = Changed(from: Some.Promise() with { Beneficiaries = 3, Occasion = new Occasion("wedding") });

        story.It.Stakes.Should().Be(Stakes.Raised);
        story.Brief().ToText().Should().MatchRegex("For +wedding").And.MatchRegex("At stake +3 others rely on it");
    }
}
