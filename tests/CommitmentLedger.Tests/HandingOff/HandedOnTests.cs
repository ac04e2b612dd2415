using NodaTime;

namespace CommitmentLedger.Tests.HandingOff;

/// <summary>A team that was asked to take a commitment over is asked for what comes of it, until that is due at the latest.</summary>
public class HandedOnTests
{
    private static readonly Team Housekeeping = Some.Housekeeping.Team;
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Deadline Sooner = Some.Due(Some.CheckIn - Day);
    private static readonly Deadline NextYear = Some.Due(Some.CheckIn + Duration.FromDays(365));
    private readonly CommitmentId _first = CommitmentId.New();
    private readonly CommitmentId _second = CommitmentId.New();

    private static Story ToBeDelivered(Deadline? due = null)
    {
        var story = new Story();
        return story.Given(new MakePromise(story.Id, Some.Promise() with { PromisedDue = due ?? Some.Due() }) { DeliveredBy = Housekeeping });
    }

    private Split Split(Story story, Consent? consent) => new(
        story.Id, [new Part(_first, Some.Promise(Term.Of("adults", 4)) with { PromisedDue = null }), new Part(_second, Some.Promise(Term.Of("extra-beds", 2)) with { PromisedDue = Sooner })], consent);

    private static (Team, Team?, Deadline?) Responsible(Story story, CommitmentId id) => (story.Of(id).Owner, story.Of(id).Handoff?.To, story.Of(id).Handoff?.AnswerBy);

    public static TheoryData<string> Recorders => ["membership", "housekeeping", "reception"];

    [Theory]
    [MemberData(nameof(Recorders))]
    public void The_parts_of_a_split_are_offered_to_the_team_that_is_to_deliver_whoever_records_it(string recording)
    {
        Story story = ToBeDelivered();

        story.When(Split(story, Some.Consent()), new Actor(Team.Of(recording), Channel.Phone)).Then(typeof(SplitUp), typeof(Promised), typeof(Promised), typeof(HandoffOffered), typeof(HandoffOffered));

        Responsible(story, _first).Should().Be((Some.Membership.Team, Housekeeping, Some.Due()));
        Responsible(story, _second).Should().Be((Some.Membership.Team, Housekeeping, Sooner));
        story.When(new AcceptHandoff(_second, [Term.Of("extra-beds", 2)]), Some.Housekeeping).Then(typeof(HandoffAccepted));
    }

    [Fact]
    public void Consent_to_a_split_leaves_the_parts_with_whom_they_were_offered_to()
    {
        Story story = ToBeDelivered();
        story.Given(Split(story, consent: null)).Given(new OfferHandoff(_first, Some.Reception.Team, Some.Due(Some.Monday + Day), Some.Words("Four of them.")));

        story.When(new GiveConsent(story.Id, Some.Consent())).Then(typeof(SplitUp), typeof(Promised), typeof(Promised), typeof(HandoffOffered), typeof(HandoffOffered));

        Responsible(story, _first).Should().Be((Some.Membership.Team, Some.Reception.Team, Some.Due(Some.Monday + Day)));
        story.Of(_first).Handoff!.Words.Should().Be(Some.Words("Four of them."));
        Responsible(story, _second).Should().Be((Some.Membership.Team, Housekeeping, Sooner));
    }

    [Fact]
    public void A_part_that_a_team_took_over_before_the_consent_is_offered_to_no_other()
    {
        Story story = ToBeDelivered();
        story.Given(Split(story, consent: null)).Given(new OfferHandoff(_first, Some.Reception.Team, Some.Due())).Given(new AcceptHandoff(_first, [Term.Of("adults", 4)]), Some.Reception);

        story.Given(new GiveConsent(story.Id, Some.Consent()));

        Responsible(story, _first).Should().Be((Some.Reception.Team, null, null));
    }

    [Fact]
    public void Who_takes_the_whole_over_while_the_customer_is_asked_takes_its_parts_over_but_not_those_that_went_another_way()
    {
        Story story = ToBeDelivered();
        story.Given(Split(story, consent: null)).Given(new OfferHandoff(_first, Some.Reception.Team, Some.Due()));

        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Housekeeping).Then(typeof(HandoffAccepted), typeof(HandoffAccepted));
        story.Given(new GiveConsent(story.Id, Some.Consent()));

        Responsible(story, _second).Should().Be((Housekeeping, null, null));
        Responsible(story, _first).Should().Be((Some.Membership.Team, Some.Reception.Team, Some.Due()));
    }

    [Theory]
    [MemberData(nameof(Recorders))]
    public void What_is_carried_forward_is_offered_to_the_team_that_is_to_deliver(string recording)
    {
        Story story = ToBeDelivered();

        story.When(new CarryForward(story.Id, _first, NextYear, Some.Reception, Some.Words()), new Actor(Team.Of(recording), Channel.Phone)).Then(typeof(CarriedForward), typeof(Promised), typeof(HandoffOffered));

        Responsible(story, _first).Should().Be((Some.Membership.Team, Housekeeping, Some.Due()));
    }

    [Fact]
    public void What_is_still_owed_is_offered_to_the_team_that_is_to_deliver()
    {
        foreach ((Deadline? due, Deadline until) in new[] { (null, Some.Due()), (Sooner, Sooner), (NextYear, Some.Due()) })
        {
            Story story = ToBeDelivered();
            story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("extra-beds", 1)] });

            story.When(new Accept(story.Id, Some.Yes()) { RemainderDue = due }, Some.Reception).Then(typeof(Accepted), typeof(Promised), typeof(HandoffOffered));

            Responsible(story, story.Record.Open.Single().Id).Should().Be((Some.Membership.Team, Housekeeping, until));
        }
    }

    [Fact]
    public void An_offer_that_nobody_answered_in_time_is_not_made_again_by_itself()
    {
        Story story = new Story().GivenPromise();
        story.Given(new OfferHandoff(story.Id, Housekeeping, Some.Due(Some.Monday + Day))).After(Day * 2);

        story.When(Split(story, Some.Consent())).Then(typeof(SplitUp), typeof(Promised), typeof(Promised));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_earlier_date_that_is_agreed_is_the_end_of_the_time_to_answer(bool isAsked)
    {
        Story story = ToBeDelivered();
        var change = new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Sooner });
        if (isAsked) story.Given(change);

        story.When(isAsked ? new GiveConsent(story.Id, Some.Consent()) : change with { Consent = Some.Consent() }).Then(typeof(Renegotiated), typeof(HandoffOffered));

        Responsible(story, story.Id).Should().Be((Some.Membership.Team, Housekeeping, Sooner));
        story.At(Sooner.Due + Duration.FromHours(1)).When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Housekeeping).ThenIsRefused("handoff_lapsed");
    }

    [Fact]
    public void A_later_date_or_none_that_is_known_leaves_the_time_to_answer_as_it_was()
    {
        Story story = ToBeDelivered();
        story.When(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = NextYear }) { Consent = Some.Consent() }).Then(typeof(Renegotiated));
        story.It.Handoff!.AnswerBy.Should().Be(Some.Due());
        Deadline within = Deadline.Within(BusinessTime.FromHours(4), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai));
        Story paused = ToBeDelivered();
        paused.Given(new Pause(paused.Id, Party.Customer, "key"));

        paused.When(new Renegotiate(paused.Id, Some.Promise() with { PromisedDue = within }) { Consent = Some.Consent() }).Then(typeof(Renegotiated));
    }

    [Fact]
    public void The_first_date_that_a_change_by_us_brings_is_the_end_of_the_time_to_answer()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = null });
        story.Given(new OfferHandoff(story.Id, Housekeeping, NextYear));

        story.When(new Renegotiate(story.Id, Some.Promise()) { IsUnilateral = true }).Then(typeof(Renegotiated), typeof(HandoffOffered));

        story.It.Handoff!.AnswerBy.Should().Be(Some.Due());
    }

    [Fact]
    public void An_earlier_date_that_is_found_for_the_same_words_is_the_end_of_the_time_to_answer()
    {
        WorkingCalendar longer = new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("00:00-24:00"));
        var story = new Story { Calendars = new Calendars([Some.CentreHours, longer]) };
        story.Given(new MakePromise(story.Id, Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(12), Some.Monday, Some.CentreHours) }) { DeliveredBy = Housekeeping });
        story.It.Handoff!.AnswerBy.Due.Should().Be(Some.Monday + Day);

        story.When(new Reassess(story.Id, Some.Words())).Then(typeof(Reassessed), typeof(HandoffOffered));

        story.It.Handoff!.AnswerBy.Due.Should().Be(Some.Monday + Duration.FromHours(12));
    }

    [Fact]
    public void What_is_owed_again_after_a_dispute_is_offered_to_the_team_that_was_asked_for_its_rest()
    {
        Story story = ToBeDelivered();
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("extra-beds", 1)], SilenceAgrees = Some.Silence() });
        story.At(Some.CheckIn).Given(new Accept(story.Id) { BySilence = true, RemainderDue = NextYear });

        story.After(Day).When(new Dispute(story.Id, Some.Words("No bed came."))).Then(typeof(Disputed), typeof(Superseded), typeof(HandoffOffered));

        Responsible(story, story.Id).Should().Be((Some.Membership.Team, Housekeeping, NextYear));
    }
}
