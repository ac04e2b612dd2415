using System.Text.Json;
using NodaTime;

namespace CommitmentLedger.Tests.Briefings;

public class BriefingTests
{
    [Fact]
    public void What_is_overdue_comes_before_what_is_due_and_a_contradiction_before_all()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("towels", 2)) with { PromisedDue = Some.Due(Some.Monday + Duration.FromHours(1)), Matter = null });
        CommitmentId later = CommitmentId.New(), four = CommitmentId.New(), three = CommitmentId.New();
        story.Given(new MakePromise(later, Some.Promise(Term.Of("late-check-out", true)) with { Matter = null }))
            .Given(new MakePromise(four, Some.Promise(Term.Of("adults", 4)))).Given(new MakePromise(three, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine);

        Briefing briefing = story.After(Duration.FromHours(2)).Brief();

        briefing.Lines[0].Kind.Should().Be(BriefingLineKind.Contradiction);
        briefing.Lines[1].Commitments.Should().Equal(story.Id);
        briefing.Lines[1].Urgency.Should().Be("Overdue since today 11:00");
        briefing.Lines.Skip(2).Select(line => line.Commitments[0].ToGuid()).Should().BeEquivalentTo([later.ToGuid(), four.ToGuid(), three.ToGuid()]);
    }

    [Fact]
    public void The_first_line_says_how_many_teams_promised_what_and_the_facts_who_when_and_in_which_words()
    {
        Story story = new Story().GivenPromise();
        story.After(Duration.FromDays(3)).Given(new MakePromise(CommitmentId.New(), Some.Promise() with { Words = Some.Words("Certainly: four adults.") }), Some.PhoneLine)
            .After(Duration.FromDays(4)).Given(new AskAgain(story.Id, Some.Words("Really?")), Some.PhoneLine).Given(new AskAgain(story.Id, Some.Words("You are sure?")), Some.PhoneLine);

        string text = story.At(Some.CheckIn - Duration.FromMinutes(20)).Brief().ToText();

        text.Should().StartWith("""
            Briefing for check-in: customer guest-7731
            Saturday 14 November 2026, 14:40 (Asia/Dubai), ledger position 5

            DUE TODAY 15:00 · Two teams promised: 4 adults, 2 extra beds
               Promised        Mon 2 Nov 10:00, by membership (asha), phone
                               “Yes, four adults can stay, and we will put in two extra beds.”
               Confirmed       Thu 5 Nov 10:00, by hotel phone line, phone
                               “Certainly: four adults.”
               Asked again     three times (once inferred from the promise being given again), last Mon 9 Nov
                                 10:00, to hotel phone line, phone
                               “You are sure?”
            """);
        text.Should().EndWith("So far: 1 promised.");
    }

    [Fact]
    public void A_customer_to_whom_nothing_is_owed_has_a_short_briefing()
    {
        new Story().Brief().ToText().Should().Contain("Nothing is owed to this customer.").And.EndWith("So far: 0 promised.");
    }

    [Fact]
    public void What_is_closed_is_counted_and_not_listed()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Release(story.Id, Some.Words("We stay elsewhere.")));

        Briefing briefing = story.Brief();

        briefing.Lines.Should().BeEmpty();
        briefing.ToText().Should().Contain("Nothing is owed to this customer.").And.EndWith("So far: 1 promised; 1 released by the customer.");
    }

    [Theory]
    [InlineData(Bindingness.Broken, "Broken today 10:00")]
    [InlineData(Bindingness.Withdrawn, "Taken back today 10:00")]
    public void A_break_that_nobody_recorded_as_told_is_the_first_thing_to_know(Bindingness how, string urgency)
    {
        Story story = new Story().GivenPromise();
        Words reason = Some.Words("The room only takes three.");
        story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("towels", 2)) with { PromisedDue = Some.Due(Some.Monday + Duration.FromMinutes(1)), Matter = null }))
            .Given(how == Bindingness.Broken ? new Break(story.Id, reason) : new Withdraw(story.Id, reason));

        Briefing briefing = story.After(Duration.FromHours(1)).Brief();

        BriefingLine line = briefing.Lines[0];
        (line.Kind, line.Health, line.Urgency).Should().Be((BriefingLineKind.Broken, Health.Impossible, urgency));
        line.Headline.Should().Be("No record that the customer was told, or that it was made good: 4 adults, 2 extra beds");
        line.Commitments.Should().Equal(story.Id);
        line.Facts.Select(fact => (fact.Label, fact.Text)).Should().Equal(("Because", "The room only takes three."), ("Responsible", "membership"), ("Reference", $"{story.It.Reference}, booking HX-2291"));
        briefing.ToText().Should().NotContain("Nothing is owed");
    }

    [Fact]
    public void The_history_lists_the_latest_twenty_breaks_beside_their_number()
    {
        var story = new Story();
        CommitmentId[] ids = [.. Enumerable.Range(0, 21).Select(_ => CommitmentId.New())];
        foreach (CommitmentId id in ids) story.Given(new MakePromise(id, Some.Promise(Term.Of("room", id.ToString())) with { Matter = null })).Given(new Break(id, Some.Words(new string('x', 300))));

        CustomerHistory history = story.Record.History;

        history.Broken.Should().Be(21);
        history.BrokenPromises.Select(broken => broken.Commitment).Should().Equal(ids.Skip(1));
        history.BrokenPromises.Should().OnlyContain(broken => broken.Reason!.Length == 200 && broken.Reason.EndsWith('…'));
        story.Brief().Lines.Select(line => line.Commitments[0]).Should().Equal(ids.Skip(1).Reverse(), "the latest comes first");
    }

    [Fact]
    public void What_was_broken_by_silence_and_disputed_is_no_break_any_more()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4)));
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 0)], SilenceAgrees = Some.Silence(Some.Monday + Duration.FromDays(1)) });
        story.After(Duration.FromDays(2)).Given(new Accept(story.Id) { BySilence = true });
        story.Record.History.BrokenPromises.Should().ContainSingle();

        story.Given(new Dispute(story.Id, Some.Words("It is not over.")));

        story.Record.History.BrokenPromises.Should().BeEmpty();
    }

    [Fact]
    public void An_offer_that_was_taken_back_was_no_promise()
    {
        Story story = new Story();
        story.Given(new Offer(story.Id, Some.Promise())).Given(new Withdraw(story.Id, Some.Words("Sold out.")));

        story.Brief().ToText().Should().Contain("Nothing is owed to this customer.");
    }

    [Fact]
    public void Notes_stand_in_the_briefing_and_of_private_evidence_only_that_there_is_some()
    {
        Story story = new Story().GivenPromise();
        story.Given(new AddNote(story.Id, Some.Words("Asked whether to fast; no need."), Evidence.At("visit/17")), Some.Reception)
            .Given(new AddNote(story.Id, Some.Words("The doctor's chat asks for both."), Evidence.PrivateAt("chat/2026-11-02/17")), Some.Reception);

        Briefing briefing = story.Brief();

        BriefingFact[] notes = [.. briefing.Lines.Single().Facts.Where(fact => fact.Label == "Note")];
        notes.Select(note => note.Words!.Text).Should().Equal("Asked whether to fast; no need.", "The doctor's chat asks for both.");
        notes[0].Text.Should().EndWith("by reception (noor), in person; shown by visit/17");
        notes[1].Text.Should().EndWith("by reception (noor), in person; private evidence is kept with those who handle it");
        (briefing.ToText() + briefing.ToJson()).Should().NotContain("chat/2026");
    }

    [Fact]
    [Proves("BANK-19", 'a')]
    public void A_half_activated_account_says_what_is_missing()
    {
        Precondition login = Precondition.ByUs("login enabled", Team.Of("back office A")), card = Precondition.ByUs("card linked", Team.Of("back office B"));
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("pay", true)) with { Preconditions = [login, card] });
        story.Brief().Lines.Single().Headline.Should().Be("membership promised: pay; still missing login enabled, card linked");

        BriefingLine line = story.Given(new MeetPrecondition(story.Id, "login enabled")).Brief().Lines.Single();

        (line.Kind, line.Headline).Should().Be((BriefingLineKind.Conditional, "Half-activated, still missing card linked: pay"));
        story.It.IsHalfActivated.Should().BeTrue();
        line.Facts.Should().Contain(fact => fact.Label == "Missing" && fact.Text == "card linked, back office B's step");
        line.Facts.Should().Contain(fact => fact.Label == "Ready" && fact.Text.StartsWith("login enabled, "));
        story.Given(new MeetPrecondition(story.Id, "card linked")).Brief().Lines.Single().Headline.Should().Be("membership promised: pay");
        story.It.IsHalfActivated.Should().BeFalse();
    }

    [Fact]
    [Proves("GEN-01", 'b')]
    public void A_request_or_an_offer_without_any_date_is_vague_and_listed()
    {
        Promise dateless = Some.Promise() with { PromisedDue = null };
        CommitmentId offer = CommitmentId.New(), asked = CommitmentId.New(), answered = CommitmentId.New();
        Story story = new Story();
        story.Given(new Request(story.Id, dateless)).Given(new Offer(offer, dateless)).Given(new Request(asked, dateless with { RequestedBy = Some.Due() }))
            .Given(new Request(answered, dateless) { Answer = new AnswerBy(CommitmentId.New(), Some.Words("Today."), Some.Due()) });

        Briefing briefing = story.Brief();

        Line(story.Id).Should().Be((BriefingLineKind.Vague, "The customer asked and has no answer yet, with no date: 4 adults, 2 extra beds"));
        Line(offer).Should().Be((BriefingLineKind.Vague, "We offered, the customer has not said yes, with no date: 4 adults, 2 extra beds"));
        Line(asked).Kind.Should().Be(BriefingLineKind.Request);
        Line(answered).Kind.Should().Be(BriefingLineKind.Request, "the answer has a date of its own");
        story.Of(asked).WatchedDue.Should().Be(Some.CheckIn);

        (BriefingLineKind Kind, string Headline) Line(CommitmentId id) => briefing.Lines.Where(line => line.Commitments.Contains(id)).Select(line => (line.Kind, line.Headline)).Single();
    }

    [Fact]
    [Proves("GEN-01", 'c')]
    public void A_promise_that_waits_for_the_customer_is_chased_at_its_due_date_or_is_vague()
    {
        Deadline within = Deadline.Within(BusinessTime.FromHours(4), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai));
        Promise waiting = Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit")], PromisedDue = within };
        var dateless = CommitmentId.New();
        Story story = new Story().GivenPromise(waiting).Given(new MakePromise(dateless, waiting with { PromisedDue = null, Matter = null }) { AlreadySpoken = true });

        Briefing briefing = story.After(Duration.FromHours(5)).Brief();

        briefing.Lines.Single(line => line.Commitments.Contains(story.Id)).Urgency.Should().Be("Waiting for the customer, ask again since today 14:00");
        briefing.Lines.Single(line => line.Commitments.Contains(dateless)).Kind.Should().Be(BriefingLineKind.Vague);
        story.Of(dateless).IsVague.Should().BeTrue();
    }

    [Fact]
    public void Whoever_changed_the_words_alone_is_not_said_to_have_promised_what_is_owed()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, Some.Promise(Term.Of("adults", 4), Term.Of("extra-beds", 1))) { IsUnilateral = true }, Some.Reception);
        story.Brief().Lines.Single().Headline.Should().Be("membership promised: 4 adults, 2 extra beds");

        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("extra-beds", 1)] }, Some.Reception);

        story.Brief().Lines.Single().Facts.Should().Contain(fact => fact.Label == "Not as promised" && fact.Text.StartsWith("2 extra beds"));
    }

    [Fact]
    public void A_wished_date_names_its_zone_where_the_heading_has_another()
    {
        DateTimeZone newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
        Story story = new Story();
        story.Given(new Request(story.Id, Some.Promise() with { PromisedDue = null, RequestedBy = Deadline.By(new LocalDateTime(2026, 11, 14, 15, 0), newYork) }));

        story.Brief().Lines.Single().Urgency.Should().Be("For Sat 14 Nov 15:00 (America/New_York)");
    }

    [Fact]
    public void A_customer_who_agreed_that_it_was_not_kept_knows_it()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 4)));
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 0)] }).Given(new Accept(story.Id, Some.Yes("I know.")));

        BriefingLine line = story.Brief().Lines.Single();

        line.Headline.Should().Be("No record that it was made good: 4 adults");
        line.Facts.Should().NotContain(fact => fact.Label == "Because");
    }

    [Fact]
    public void Every_change_is_told_with_who_is_held_to_what()
    {
        Story story = new Story().GivenPromise();
        Promise later = Some.Promise(Term.Of("adults", 3)) with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromHours(4)) };

        story.Given(new Renegotiate(story.Id, later));
        Fact("Proposed").Text.Should().StartWith("3 adults, due Sat 14 Nov 2026 19:00 (Asia/Dubai); Mon 2 Nov 10:00, by membership (asha), phone").And.EndWith("the customer has not answered");
        story.Brief().CustomersSteps.Should().ContainSingle().Which.Step.Should().Be("say whether the change is agreed");

        story.Given(new RefuseChange(story.Id, Some.Words("We are four.")));
        Fact("Change refused").Words.Should().Be(Some.Words("We are four."));

        story.Given(new Renegotiate(story.Id, later) { IsUnilateral = true });
        Fact("Agreed").Text.Should().Be("4 adults, 2 extra beds, due Sat 14 Nov 2026 15:00 (Asia/Dubai); we are held to this");
        Fact("Changed by us").Text.Should().StartWith("3 adults, due Sat 14 Nov 2026 19:00 (Asia/Dubai); without the customer's consent; Mon 2 Nov 10:00, by membership");
        story.Brief().Lines.Single().Headline.Should().Be("membership promised: 4 adults, 2 extra beds");

        BriefingFact Fact(string label) => story.Brief().Lines.Single().Facts.Single(fact => fact.Label == label);
    }

    [Fact]
    public void Long_words_wrap_inside_the_screen()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Words = Some.Words(string.Concat(Enumerable.Repeat("and so on and on ", 40)).Trim()) });

        story.Brief().ToText().Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 100);
    }

    [Fact]
    public void As_json_it_has_names_that_stay()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("show the voucher")] });

        using var json = JsonDocument.Parse(story.Brief().ToJson());

        json.RootElement.EnumerateObject().Select(property => property.Name).Should()
            .Equal("customer", "occasion", "at", "zone", "position", "lines", "customersSteps", "history");
        JsonElement line = json.RootElement.GetProperty("lines")[0];
        line.EnumerateObject().Select(property => property.Name).Should().Equal("kind", "health", "stakes", "due", "urgency", "headline", "commitments", "dates", "facts");
        line.GetProperty("kind").GetString().Should().Be("Conditional");
        json.RootElement.GetProperty("zone").GetString().Should().Be("Asia/Dubai");
        json.RootElement.GetProperty("customersSteps")[0].GetProperty("step").GetString().Should().Be("show the voucher");
    }

    [Fact]
    public void Only_what_is_open_and_worked_on_as_one_can_be_vague()
    {
        Promise dateless = Some.Promise() with { PromisedDue = null };
        CommitmentId broken = CommitmentId.New(), first = CommitmentId.New(), second = CommitmentId.New();
        Story story = new Story().GivenPromise(dateless);
        story.Given(new MakePromise(broken, dateless with { Matter = null }) { AlreadySpoken = true }).Given(new Break(broken, Some.Words()));
        story.It.IsVague.Should().BeTrue();
        story.Of(broken).IsVague.Should().BeFalse();

        story.Given(new Split(story.Id, [new Part(first, dateless), new Part(second, dateless)], Consent: null));
        story.Of(first).IsVague.Should().BeFalse("the customer has not agreed to it");

        story.Given(new GiveConsent(story.Id, Some.Consent()));
        story.It.IsVague.Should().BeFalse("its parts are worked on in its place");
        story.Of(first).IsVague.Should().BeTrue();
    }

    [Fact]
    public void A_date_that_the_customer_asked_for_is_watched_only_until_something_was_promised()
    {
        Deadline wished = Some.Due(Some.Monday + Duration.FromDays(1));
        CommitmentId offer = CommitmentId.New(), promised = CommitmentId.New();
        Story story = new Story().Given(new Offer(offer, Some.Promise() with { RequestedBy = wished }));
        story.Given(new MakePromise(promised, Some.Promise() with { PromisedDue = null, RequestedBy = wished }) { AlreadySpoken = true });

        story.Of(offer).WatchedDue.Should().Be(Some.CheckIn, "the offer names a date of its own");
        story.Of(promised).IsVague.Should().BeTrue("nobody promised the date that was asked for");
    }

    [Fact]
    public void Everything_that_became_of_a_promise_is_told()
    {
        Story story = new Story().GivenPromise();
        story.Given(new RecordAccount(story.Id, Some.Words("They said four.")), Some.Reception);
        Promise later = Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) };
        story.At(Some.CheckIn + Duration.FromHours(1)).Given(new Renegotiate(story.Id, later) { Consent = Some.Consent() }).Given(new StateDone(story.Id), Some.Reception);

        BriefingFact[] facts = [.. story.Brief().Lines.Single().Facts];

        Of("Customer said").Should().Be(new BriefingFact.CustomerSaid(Some.Reception, Some.Monday) { Words = Some.Words("They said four."), Clock = In(Some.Dubai) });
        Of("Customer said").Text.Should().Be("Mon 2 Nov 10:00, to reception (noor), in person");
        Of("At first").Text.Should().Be("4 adults, 2 extra beds, due Sat 14 Nov 2026 15:00 (Asia/Dubai)");
        Of("Late").Text.Should().Be("was due Sat 14 Nov 15:00, before another date was agreed");
        Of("Stated done").Text.Should().Be("Sat 14 Nov 16:00, by reception (noor), in person");

        BriefingFact Of(string label) => facts.Single(fact => fact.Label == label);
        static LineTimes In(DateTimeZone zone) => LineTimes.Utc with { Zone = zone };
    }

    [Fact]
    public void A_date_that_was_computed_anew_is_told_beside_the_one_that_the_customer_was_told()
    {
        WorkingCalendar shorter = new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("08:00-12:00"));
        var story = new Story { Calendars = new Calendars([Some.CentreHours, shorter]) };
        story.GivenPromise(Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(10), Some.Monday, Some.CentreHours) });

        BriefingLine line = story.Given(new Reassess(story.Id, Some.Words("The centre closes at noon."))).Brief().Lines.Single();

        line.Facts.Single(fact => fact.Label == "Computed anew").Text.Should().Be("due Wed 4 Nov 2026 12:00 (Asia/Dubai); the customer was told Mon 2 Nov 2026 20:00 (Asia/Dubai)");
        line.Dates.Single().Due.ToInstant().Should().Be(story.It.DueTimes!.Due);
    }

    [Fact]
    public void A_claim_that_contradicts_is_told_as_the_customers_words()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Claim(CommitmentId.New(), Some.Promise(Term.Of("adults", 5))));

        BriefingLine line = story.Brief().Lines[0];

        line.Kind.Should().Be(BriefingLineKind.Contradiction);
        line.Facts.Select(fact => fact.Label).Should().Equal("Promised", "Told");
    }

    [Fact]
    public void Words_without_a_term_or_a_matter_are_told_as_they_are()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Words = Some.Words("We will call you."), Terms = [], Matter = null });
        story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Yes, we will.")), Some.PhoneLine);

        BriefingLine line = story.Brief().Lines.Single();

        line.Headline.Should().Be("Two teams promised: We will call you.");
        line.Facts[^1].Should().Be(new BriefingFact.Reference(story.It.Reference, Matter: null));
        line.Facts[^1].Text.Should().Be(story.It.Reference.ToString());
        line.Facts.Single(fact => fact.Label == "Confirmed").Text.Should().Be("Mon 2 Nov 10:00, by hotel phone line, phone");
    }

    [Fact]
    public void Words_that_repeat_no_term_confirm_the_words_alone()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Four.")) { Terms = [Term.Of("adults", 4)] }, Some.PhoneLine)
            .Given(new Renegotiate(story.Id, Some.Promise() with { Terms = [] }) { Consent = Some.Consent() })
            .Given(new Confirm(story.Id, Basis.Word, Some.Words("As agreed.")), Some.Reception);

        story.Brief().Lines.Single().Facts.Where(fact => fact.Label == "Confirmed").Select(fact => fact.Text).Should().Equal(
            "Mon 2 Nov 10:00, by hotel phone line, phone: the words that stood then", "Mon 2 Nov 10:00, by reception (noor), in person");
    }

    [Fact]
    public void What_is_due_sooner_comes_first_and_of_two_at_once_the_one_on_which_more_hangs()
    {
        CommitmentId later = CommitmentId.New(), sooner = CommitmentId.New(), weighty = CommitmentId.New();
        var story = new Story();
        story.Given(Promise(later, Some.CheckIn + Duration.FromDays(1), beneficiaries: 0)).Given(Promise(sooner, Some.CheckIn, beneficiaries: 0)).Given(Promise(weighty, Some.CheckIn, beneficiaries: 3));

        story.Brief().Lines.Select(line => line.Commitments[0]).Should().Equal(weighty, sooner, later);

        static MakePromise Promise(CommitmentId id, Instant due, int beneficiaries) =>
            new(id, Some.Promise(Term.Of("room", id.ToString())) with { PromisedDue = Some.Due(due), Beneficiaries = beneficiaries, Matter = null });
    }

    [Fact]
    public void A_contradiction_weighs_as_much_as_the_weightier_of_the_two()
    {
        Story story = new Story().GivenPromise();
        story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 3)) with { Beneficiaries = 3 }), Some.PhoneLine);

        BriefingLine line = story.Brief().Lines[0];

        (line.Kind, line.Stakes).Should().Be((BriefingLineKind.Contradiction, Stakes.Raised));
    }

    [Theory]
    [InlineData(10, "Ten teams promised: ")]
    [InlineData(11, "11 teams promised: ")]
    public void Teams_are_counted_in_words_up_to_ten(int teams, string expected)
    {
        Story story = new Story().GivenPromise();
        for (int number = 1; number < teams; number++) story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Yes.")), new Actor(Team.Of($"desk {number}"), Channel.Phone));

        story.Brief().Lines.Single().Headline.Should().StartWith(expected);
    }

    [Fact]
    public void A_promise_that_nobody_dated_says_so_once()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = null });

        story.Brief().Lines.Single().Headline.Should().Be("membership promised, with no date: 4 adults, 2 extra beds");
    }

    [Fact]
    public void Whoever_changed_the_words_alone_does_not_count_among_the_teams_that_promised()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, Some.Promise(Term.Of("adults", 4), Term.Of("extra-beds", 1))) { IsUnilateral = true }, Some.Reception)
            .Given(new Confirm(story.Id, Basis.Word, Some.Words("Four, yes.")) { Terms = [Term.Of("adults", 4)] }, Some.PhoneLine);

        story.Brief().Lines.Single().Headline.Should().Be("Two teams promised: 4 adults; membership alone: 2 extra beds");
    }

    [Fact]
    public void At_the_very_due_instant_it_is_due_and_not_overdue()
    {
        Story story = new Story().GivenPromise();

        story.At(Some.CheckIn).Brief().Lines.Single().Urgency.Should().Be("Due today 15:00");
    }

    [Fact]
    public void What_is_offered_by_a_date_is_told_with_it()
    {
        Story story = new Story();

        BriefingLine line = story.Given(new Offer(story.Id, Some.Promise())).Brief().Lines.Single();

        (line.Urgency, line.Dates.Single().Due.ToInstant()).Should().Be(("For Sat 14 Nov 15:00", Some.CheckIn));
    }

    [Fact]
    public void Each_step_of_the_customers_has_a_line_of_its_own()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit"), Precondition.ByCustomer("passport copy")] });

        story.Brief().ToText().Split(Environment.NewLine).Should().ContainInConsecutiveOrder(
            "The customer's next steps:", $"   deposit ({story.It.Reference})", $"   passport copy ({story.It.Reference})");
    }

    [Fact]
    public void What_cannot_be_read_is_told_while_it_is_open_with_all_that_is_known_beside_it()
    {
        var open = new UnreadableCommitment(CommitmentId.New(), IsOpen: true, Some.CheckIn, Some.Reception.Team);
        UnreadableCommitment bare = open with { Id = CommitmentId.New(), Due = null, Owner = null }, closed = open with { Id = CommitmentId.New(), IsOpen = false };
        var record = CustomerRecord.Of(Some.Guest, 3, new CustomerHistory(), [], [open, bare, closed]);

        BriefingLine[] lines = [.. At(Some.CheckIn)];

        lines.Select(line => line.Commitments[0]).Should().Equal(open.Id, bare.Id);
        lines.Select(line => line.Health).Should().Equal(Health.OnTrack, Health.OnTrack);
        lines[0].Facts.Select(fact => fact.Text).Should().ContainInOrder("Sat 14 Nov 15:00", "reception");
        lines[1].Facts.Select(fact => fact.Text).Should().ContainInOrder("not known", "not known");
        At(Some.CheckIn + Duration.FromMinutes(1)).Select(line => line.Health).Should().Equal(Health.Overdue, Health.OnTrack);

        ValueList<BriefingLine> At(Instant now) => Briefing.Compose(record, new Occasion("check-in"), now, Some.Dubai).Lines;
    }

    [Fact]
    public void What_is_stated_before_its_date_is_not_said_to_have_been_due()
    {
        Story story = new Story().GivenPromise();
        story.Given(new StateDone(story.Id));

        story.Brief().Lines.Single().Urgency.Should().Be("Due Sat 14 Nov 15:00");
        story.At(Some.CheckIn + Duration.FromMinutes(1)).Brief().Lines.Single().Urgency.Should().Be("Was due today 15:00");
    }

    [Fact]
    public void A_contradiction_with_what_we_changed_by_ourselves_shows_what_it_was_changed_to()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromHours(4)) }) { IsUnilateral = true });

        story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 3))), Some.Reception);

        story.Brief().Lines[0].Facts[0].Text.Should()
            .Contain("due Sat 14 Nov 15:00, changed by us to 4 adults, 2 extra beds, due Sat 14 Nov 2026 19:00 (Asia/Dubai), without the customer's consent");
    }

    [Fact]
    public void Who_repeats_what_we_changed_by_ourselves_has_not_confirmed_what_was_agreed()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, Some.Promise(Term.Of("adults", 3))) { IsUnilateral = true });

        story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Three, yes.")), Some.Reception);

        story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "Confirmed").Text.Should().EndWith("by reception (noor), in person: 3 adults, nothing else");
    }
}
