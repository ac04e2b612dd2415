using NodaTime;

namespace CommitmentLedger.Tests.Promising;

/// <summary>A promise that says again what stands: an assurance of what it repeats, and often a doubt.</summary>
public class RepeatingTests
{
    private static readonly Actor WebBot = new(Team.Of("web"), Bot.Of("helper"), Channel.Chat);
    private static readonly Promise AdultsOnly = Some.Promise(Term.Of("adults", 4)) with { Words = Some.Words("Certainly: four adults. The beds I cannot see.") };

    [Fact]
    [Proves("HOTEL-31", 'a', 'd')]
    public void The_guest_who_asks_a_second_team_has_asked_again()
    {
        Story story = new Story().GivenPromise();

        Again(story, Some.Promise(), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        story.Last.Entries[0].Event.Should().BeOfType<AskedAgain>().Which.IsInferred.Should().BeTrue();
        story.It.Doubt.Should().Be(new Doubt(1, Some.Monday, Some.Monday, Some.PhoneLine, LastWords: null) { Inferred = 1 });
        story.It.Assurances.Should().ContainSingle();
        story.It.Stakes.Should().Be(Stakes.Raised);
        story.Brief().ToText().Should().Contain("Asked again     once (inferred from the promise being given again), Mon 2 Nov 10:00");
    }

    [Fact]
    [Proves("HOTEL-31", 'b', 'd')]
    public void The_guest_who_asks_the_same_team_on_another_day_has_asked_again()
    {
        Story story = new Story().GivenPromise();

        Again(story.After(Duration.FromDays(1)), Some.Promise(), Some.Membership).Then(typeof(AskedAgain), typeof(Confirmed));
    }

    [Fact]
    public void The_same_team_on_the_same_day_only_says_it_twice()
    {
        Story story = new Story().GivenPromise();

        Again(story.After(Duration.FromHours(5)), Some.Promise(), Some.Membership).Then(typeof(Confirmed));

        story.It.Doubt.Should().BeNull();
        story.It.Stakes.Should().Be(Stakes.Ordinary);
    }

    [Fact]
    public void A_second_team_that_records_one_talk_twice_was_asked_once()
    {
        Story story = new Story().GivenPromise();

        Again(story, Some.Promise(), Some.PhoneLine);
        Again(story, Some.Promise(), Some.PhoneLine).Then(typeof(Confirmed));
        Again(story.After(Duration.FromDays(1)), Some.Promise(), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        story.It.Doubt!.Times.Should().Be(2);
    }

    [Fact]
    public void Who_noted_that_the_customer_asked_and_then_says_yes_was_asked_once()
    {
        Story story = new Story().GivenPromise();
        story.Given(new AskAgain(story.Id, Some.Words("Really four?")), Some.PhoneLine);

        Again(story.After(Duration.FromMinutes(2)), Some.Promise(), Some.PhoneLine).Then(typeof(Confirmed));

        story.It.Doubt.Should().Be(new Doubt(1, Some.Monday, Some.Monday, Some.PhoneLine, Some.Words("Really four?")));
    }

    [Fact]
    public void What_was_noted_and_what_was_inferred_are_told_apart()
    {
        Story story = new Story().GivenPromise();
        Again(story, Some.Promise(), Some.PhoneLine);
        story.Given(new AskAgain(story.Id, Some.Words("You are sure?")), Some.Reception);

        story.Brief().ToText().Should().Contain("twice (once inferred from the promise being given again), last Mon 2 Nov 10:00");
    }

    [Theory]
    [InlineData("Pacific/Auckland", true)]
    [InlineData("Asia/Dubai", false)]
    [InlineData("America/New_York", false)]
    public void Whether_it_is_another_day_is_asked_where_the_customer_is(string zone, bool isAnotherDay)
    {
        // Promised at 10:00 in Dubai, which is 19:00 in Auckland and 01:00 in New York; repeated nine hours later.
        Promise promise = Some.Promise() with { PromisedDue = Deadline.At(Some.CheckIn, DateTimeZoneProviders.Tzdb[zone]) };
        Story story = new Story().GivenPromise(promise);

        Again(story.After(Duration.FromHours(9)), promise, Some.Membership);

        (story.It.Doubt is not null).Should().Be(isAnotherDay);
    }

    [Fact]
    public void Without_a_date_the_day_is_that_of_the_ledgers_zone()
    {
        Promise vague = Some.Promise() with { PromisedDue = null };
        Story story = new Story().GivenPromise(vague);

        story.After(Duration.FromHours(13)).When(new MakePromise(CommitmentId.New(), vague) { AlreadySpoken = true }).Then(typeof(Confirmed));
        story.After(Duration.FromHours(2)).When(new MakePromise(CommitmentId.New(), vague) { AlreadySpoken = true }).Then(typeof(AskedAgain), typeof(Confirmed));
    }

    [Fact]
    public void A_bot_that_says_it_again_is_a_doubt_and_never_a_proof()
    {
        Story story = new Story().GivenPromise();

        Again(story, Some.Promise(), WebBot).Then(typeof(AskedAgain), typeof(Confirmed));

        story.It.Stakes.Should().Be(Stakes.Raised);
        story.It.IndependentConfirmations.Should().Be(0);
        Again(story, Some.Promise(), new Actor(Some.Membership.Team, Bot.Of("helper"), Channel.Chat)).Then(typeof(AskedAgain), typeof(Confirmed));
    }

    [Fact]
    [Proves("HOTEL-31", 'c')]
    public void A_partial_echo_assures_the_terms_that_it_repeats_and_no_others()
    {
        Story story = new Story().GivenPromise();

        Again(story, AdultsOnly, Some.PhoneLine);

        story.It.Assurances.Single().Terms.Should().Equal(Term.Of("adults", 4));
        story.It.IndependentConfirmations.Should().Be(0, "nobody confirmed the beds");
        Receipt receipt = new Verdict(story.Last.Entries, story.Record, isReplay: false).Receipt!;
        receipt.Kind.Should().Be(ReceiptKind.Assurance);
        receipt.Reference.Should().Be(story.It.Reference);
        receipt.ToString().Should().Contain("4 adults").And.NotContain("2 extra beds");
    }

    [Fact]
    public void A_receipt_tells_a_date_only_where_the_repetition_said_one()
    {
        Story story = new Story().GivenPromise();

        story.Given(new MakePromise(CommitmentId.New(), AdultsOnly with { PromisedDue = null }) { AlreadySpoken = true }, Some.PhoneLine);
        Receipt.For(story.Entries[^1], story.It)!.ToString().Should().NotContain("Due");
        Again(story, AdultsOnly, Some.Reception);
        Receipt.For(story.Entries[^1], story.It)!.ToString().Should().Contain("Due: Sat 14 Nov 2026 15:00 (Asia/Dubai)");
        story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Four adults.")) { Terms = [Term.Of("adults", 4)] });
        Receipt.For(story.Entries[^1], story.It)!.Due.Should().BeNull();
    }

    [Fact]
    public void A_receipt_tells_what_the_customer_still_has_to_do_and_no_date_while_we_wait_for_it()
    {
        Deadline within = Deadline.Within(BusinessTime.FromHours(4), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai));
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = within, Preconditions = [Precondition.ByCustomer("deposit"), Precondition.ByCustomer("passport copy")] });
        story.After(Duration.FromHours(1)).Given(new MeetPrecondition(story.Id, "deposit")).Given(new Confirm(story.Id, Basis.Word, Some.Words("Yes.")));

        Receipt receipt = Receipt.For(story.Entries[^1], story.It)!;

        receipt.CustomersSteps.Should().Equal("passport copy");
        receipt.Due.Should().BeNull();
        story.Given(new MeetPrecondition(story.Id, "passport copy"));
        Receipt.For(story.Entries.Last(entry => entry.Event is Confirmed), story.It).Should().Be(receipt, "a receipt stays what the customer was given");
    }

    [Fact]
    public void A_briefing_says_which_terms_several_teams_promised_and_which_one_alone()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4), Term.Of("extra-beds", 2), Term.Of("breakfast", true)));
        Again(story, AdultsOnly, Some.PhoneLine);
        Again(story, Some.Promise(Term.Of("breakfast", true), Term.Of("adults", 4)), Some.Reception);

        BriefingLine line = story.Brief().Lines.Single();

        line.Headline.Should().Be("Three teams promised: 4 adults; two teams: breakfast; membership alone: 2 extra beds");
        line.Facts.Where(fact => fact.Label == "Confirmed").Select(fact => fact.Text).Should().Equal(
            "Mon 2 Nov 10:00, by hotel phone line, phone: 4 adults, nothing else", "Mon 2 Nov 10:00, by reception (noor), in person: 4 adults, breakfast, nothing else");
    }

    [Fact]
    public void Two_echoes_that_together_cover_all_confirm_all_once()
    {
        Story story = new Story().GivenPromise();
        Again(story, AdultsOnly, Some.PhoneLine);
        Again(story, Some.Promise(Term.Of("extra-beds", 2)), Some.Reception);

        story.It.IndependentConfirmations.Should().Be(1);
        story.Brief().Lines.Single().Headline.Should().Be("Two teams promised: 4 adults, 2 extra beds");
    }

    [Fact]
    public void What_was_confirmed_before_the_words_changed_confirms_the_new_words_not()
    {
        Story story = new Story().GivenPromise();
        Again(story, Some.Promise(), Some.PhoneLine);
        Promise later = Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) };

        story.Given(new Renegotiate(story.Id, later) { Consent = Some.Consent() });

        story.It.IndependentConfirmations.Should().Be(0);
        BriefingLine line = story.Brief().Lines.Single();
        line.Headline.Should().Be("membership promised: 4 adults, 2 extra beds");
        line.Facts.Single(fact => fact.Label == "Confirmed").Text.Should().EndWith(": the words that stood then");
        Again(story, later, Some.Reception);
        story.It.IndependentConfirmations.Should().Be(1);
        story.Brief().Lines.Single().Headline.Should().StartWith("Two teams promised: ");
    }

    [Fact]
    public void The_same_in_another_order_and_spelling_is_a_repetition()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4), Term.Of("view", "Sea")));

        Again(story, Some.Promise(Term.Of("VIEW", "sea"), Term.Of("Adults", 4.0m), Term.Of("adults", 4)), Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        story.It.Assurances.Single().Terms.Should().Equal(Term.Of("adults", 4), Term.Of("view", "Sea"));
    }

    [Fact]
    public void At_least_four_does_not_repeat_four_and_does_not_contradict_it()
    {
        Story story = new Story().GivenPromise();
        var other = CommitmentId.New();

        story.When(new MakePromise(other, Some.Promise(Term.AtLeast("adults", 4))), Some.PhoneLine).Then(typeof(Promised));

        story.Contradicts(other).Should().BeEmpty();
    }

    [Fact]
    public void What_is_new_in_a_repetition_is_merged_into_the_promise_that_stands()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { LookupKeys = [LookupKey.Phone("+971 50 1")], Beneficiaries = 1 });
        var requested = Deadline.By(new LocalDateTime(2026, 11, 14, 12, 0), Some.Dubai);
        Deadline inside = Some.Due(Some.CheckIn - Duration.FromHours(2));

        Again(story, AdultsOnly with
        {
            LookupKeys = [LookupKey.Phone("00971 501"), LookupKey.Of("order", "A-1"), LookupKey.Of("Order", "a1"), LookupKey.Booking("hx 2291")],
            Occasion = new Occasion("family reunion"),
            Beneficiaries = 3,
            RequestedBy = requested,
            InternalTarget = inside,
        }, Some.PhoneLine);

        story.It.Promise.Should().Be(Some.Promise() with
        {
            LookupKeys = [LookupKey.Phone("+971 50 1"), LookupKey.Of("order", "A-1")],
            Occasion = new Occasion("family reunion"),
            Beneficiaries = 3,
            RequestedBy = requested,
            InternalTarget = inside,
        });
        story.It.Keys().Should().Contain(LookupKey.Of("order", "A-1"));
    }

    [Fact]
    public void A_repetition_takes_nothing_from_the_promise_that_stands()
    {
        Promise promise = Some.Promise() with { Occasion = new Occasion("family reunion"), Beneficiaries = 3, RequestedBy = Some.Due(), InternalTarget = Some.Due() };
        Deadline other = Some.Due(Some.Monday + Duration.FromDays(1));
        Story story = new Story().GivenPromise(promise);

        Again(story, Some.Promise() with { Occasion = new Occasion("birthday"), Beneficiaries = 2, RequestedBy = other, InternalTarget = other }, Some.PhoneLine);

        story.It.Promise.Should().Be(promise);
        story.Last.Entries[^1].Event.Should().BeOfType<Confirmed>().Which.Adds.Should().BeNull();
        Again(story, promise, Some.PhoneLine).Last.Entries[^1].Event.Should().BeOfType<Confirmed>().Which.Adds.Should().BeNull();
        Again(story, Some.Promise() with { LookupKeys = [LookupKey.Of("order", "A-1")] }, Some.PhoneLine);
        story.It.Promise.Should().Be(promise with { LookupKeys = [LookupKey.Of("order", "A-1")] });
    }

    [Fact]
    public void More_lookup_keys_than_a_promise_has_cannot_come_with_repetitions_either()
    {
        LookupKey[] keys = [.. Enumerable.Range(0, 10).Select(number => LookupKey.Of("order", $"{number}"))];
        Story story = new Story().GivenPromise(Some.Promise() with { LookupKeys = [.. keys] });

        Again(story, Some.Promise() with { LookupKeys = [.. keys] }, Some.PhoneLine).ThenIsRecorded();
        Again(story, Some.Promise() with { LookupKeys = [LookupKey.Of("order", "10")] }, Some.PhoneLine).ThenIsRefused("too_many_lookup_keys");
        story.When(new Claim(CommitmentId.New(), Some.Promise() with { LookupKeys = [LookupKey.Of("order", "10")] })).ThenIsRefused("too_many_lookup_keys");
    }

    [Fact]
    public void A_claim_of_what_was_logged_brings_what_is_new_with_it()
    {
        Story story = new Story().GivenPromise();

        story.When(new Claim(CommitmentId.New(), AdultsOnly with { LookupKeys = [LookupKey.Phone("+971501")], Beneficiaries = 3 }), Some.Reception)
            .Then(typeof(AccountRecorded));

        story.It.Promise.LookupKeys.Should().Equal(LookupKey.Phone("+971501"));
        story.It.Stakes.Should().Be(Stakes.Raised);
    }

    [Fact]
    public void More_repetitions_than_anybody_reads_are_refused()
    {
        Story story = new Story().GivenPromise();
        for (int count = 0; count < 100; count++)
        {
            Again(story, Some.Promise(), Some.Membership).ThenIsRecorded();
            story.Given(new Claim(CommitmentId.New(), Some.Promise()));
        }

        Again(story, Some.Promise(), Some.Membership).ThenIsRefused("too_many").Commitment.Should().Be(story.Id);
        story.When(new Claim(CommitmentId.New(), Some.Promise())).Then(typeof(AccountRecorded));
    }

    [Fact]
    public void A_repetition_that_leaves_the_date_out_leaves_it_as_it_stands()
    {
        Story story = new Story().GivenPromise();

        story.When(new MakePromise(CommitmentId.New(), AdultsOnly with { PromisedDue = null }) { AlreadySpoken = true }, Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));

        story.It.Promise.PromisedDue.Should().Be(Some.Due());
        new Verdict(story.Last.Entries, story.Record, isReplay: false).Receipt!.Due.Should().BeNull("nobody said it again");
    }

    [Fact]
    public void A_date_that_the_promise_lacks_makes_a_promise_of_its_own_which_contradicts_nothing()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = null });
        var other = CommitmentId.New();

        story.When(new MakePromise(other, Some.Promise()), Some.PhoneLine).Then(typeof(Promised));

        story.Contradicts(other).Should().BeEmpty();
    }

    [Theory]
    [InlineData(8, 12)]
    [InlineData(null, 12)]
    [InlineData(10, 11)]
    public void Another_window_is_another_promise(int? opens, int closes)
    {
        static Deadline Between(int? from, int to) => from is { } start
            ? Deadline.Between(new LocalDateTime(2026, 11, 14, start, 0), new LocalDateTime(2026, 11, 14, to, 0), Some.Dubai)
            : Deadline.By(new LocalDateTime(2026, 11, 14, to, 0), Some.Dubai);
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = Between(10, 12) });
        var other = CommitmentId.New();

        Again(story, Some.Promise() with { PromisedDue = Between(10, 12) }, Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));
        story.When(new MakePromise(other, Some.Promise() with { PromisedDue = Between(opens, closes) }), Some.PhoneLine).Then(typeof(Promised));

        story.Contradicts(story.Id).Should().Equal(other);
    }

    [Fact]
    public void Other_preconditions_make_a_promise_of_its_own_which_contradicts()
    {
        Precondition voucher = Precondition.ByCustomer("show the voucher");
        foreach (Precondition[] others in new Precondition[][] { [], [Precondition.ByCustomer("pay a deposit")], [voucher, Precondition.ByUs("manager agrees")], [Precondition.ByUs("show the voucher")] })
        {
            Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [voucher] });
            var other = CommitmentId.New();

            story.Given(new MakePromise(other, Some.Promise() with { Preconditions = [.. others] }), Some.PhoneLine);

            story.Of(other).Stands.Should().BeTrue();
            story.Contradicts(story.Id).Should().Equal(other);
            story.Brief().Lines[0].Facts[0].Text.Should().StartWith("4 adults, 2 extra beds, provided: show the voucher (");
        }
    }

    [Fact]
    public void The_same_preconditions_are_a_repetition_and_those_that_are_met_need_no_mention()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByUs("stock", Some.Reception.Team), Precondition.ByCustomer("show the voucher")] });

        Again(story, Some.Promise() with { Preconditions = [Precondition.ByCustomer("Show the voucher"), Precondition.ByUs("stock")] }, Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));
        story.Given(new MeetPrecondition(story.Id, "stock"));
        Again(story, Some.Promise() with { Preconditions = [Precondition.ByCustomer("show the voucher")] }, Some.PhoneLine).Then(typeof(Confirmed));
    }

    [Fact]
    public void Other_choices_or_readings_make_a_promise_of_its_own()
    {
        var payment = Choice.Of("payment", [Option.Of("card"), Option.Of("cash")]);
        Promise open = Some.Promise() with { Choices = [payment], Readings = [Some.Words("two singles"), Some.Words("one double")] };
        Story story = new Story().GivenPromise(open);

        Again(story, open, Some.PhoneLine).Then(typeof(AskedAgain), typeof(Confirmed));
        Again(story, Some.Promise(), Some.PhoneLine).Then(typeof(Confirmed));
        Again(story, Some.Promise() with { Choices = [Choice.Of("payment", [Option.Of("voucher")])] }, Some.PhoneLine).Then(typeof(Promised));
        Again(story, Some.Promise() with { Readings = [Some.Words("two singles"), Some.Words("a sofa")] }, Some.PhoneLine).Then(typeof(Promised));
    }

    [Fact]
    public void A_team_that_confirms_on_its_own_initiative_shows_no_doubt()
    {
        Story story = new Story().GivenPromise();

        story.When(new Confirm(story.Id, Basis.Word, Some.Words()), Some.PhoneLine).Then(typeof(Confirmed));

        story.It.Doubt.Should().BeNull();
        story.It.IndependentConfirmations.Should().Be(1);
        story.It.Stakes.Should().Be(Stakes.Ordinary);
    }

    private static Story Again(Story story, Promise promise, Actor by) => story.When(new MakePromise(CommitmentId.New(), promise), by);

    [Fact]
    public void A_promise_with_the_same_choices_and_readings_in_other_letters_and_order_repeats_it()
    {
        Precondition[] needs = [Precondition.ByUs("driver"), Precondition.ByCustomer("deposit")];
        Promise Promise(Words[] readings, params Option[] options) => Some.Promise() with { Readings = [.. readings], Choices = [Choice.Of("way", [.. options])] };
        Promise first = Promise([Some.Words("two and two"), Some.Words("all four")], Option.Of("taxi") with { Needs = [.. needs] }, Option.Of("bus"));
        Promise second = Promise([Some.Words("All four"), Some.Words("Two and two")], Option.Of("Bus"), Option.Of("TAXI") with { Needs = [needs[1], needs[0]] });
        Promise other = Promise([], Option.Of("taxi"), Option.Of("bus"));
        Story story = new Story().GivenPromise(first);

        story.Given(new MakePromise(CommitmentId.New(), second), Some.Reception);
        story.Record.Open.Should().ContainSingle();

        story.Given(new MakePromise(CommitmentId.New(), other), Some.Reception);
        story.Record.Open.Should().HaveCount(2, "a taxi that needs nothing is another offer");
    }
}
