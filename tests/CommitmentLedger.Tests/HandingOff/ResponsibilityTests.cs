using NodaTime;

namespace CommitmentLedger.Tests.HandingOff;

/// <summary>Responsibility lands on nobody who did not take it.</summary>
public class ResponsibilityTests
{
    private static readonly Team Reception = Some.Reception.Team;
    private static readonly Team Membership = Some.Membership.Team;

    private static Story Requested(Team? answeredBy = null)
    {
        var story = new Story();
        return story.Given(new Request(story.Id, Some.Promise()) { AnsweredBy = answeredBy });
    }

    [Fact]
    public void Whoever_promises_owns_and_the_delivering_team_is_offered_the_handoff_until_it_is_due()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise()) { DeliveredBy = Reception }).Then(typeof(Promised), typeof(HandoffOffered));

        story.It.Owner.Should().Be(Membership);
        story.It.Handoff.Should().Be(new PendingHandoff(Reception, Some.Membership, Some.Monday, Some.Due(), Words: null));
        story.Brief().ToText().Should().MatchRegex(@"Handoff +offered to reception, who may accept until Sat 14 Nov 15:00").And.MatchRegex("Responsible +membership");
        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).Then(typeof(HandoffAccepted));
        story.It.Owner.Should().Be(Reception);
    }

    [Fact]
    public void A_delivering_team_that_says_no_leaves_the_promise_with_whoever_gave_it()
    {
        var story = new Story();
        story.Given(new MakePromise(story.Id, Some.Promise()) { DeliveredBy = Reception });

        story.Given(new DeclineHandoff(story.Id, Some.Words("We are full.")), Some.Reception);

        story.It.Owner.Should().Be(Membership);
        story.Brief().ToText().Should().MatchRegex("Responsible +membership").And.NotContain("Handoff");
    }

    [Fact]
    public void A_team_that_promises_for_itself_is_offered_nothing()
    {
        var story = new Story();

        story.When(new MakePromise(story.Id, Some.Promise()) { DeliveredBy = Membership }).Then(typeof(Promised));
        Requested().When(new MakePromise(story.Id, Some.Promise())).Then(typeof(Promised));
    }

    [Fact]
    public void A_promise_of_another_team_on_a_request_offers_it_to_the_team_that_owned_the_request()
    {
        Story story = Requested();

        story.When(new MakePromise(story.Id, Some.Promise()), Some.PhoneLine).Then(typeof(Promised), typeof(HandoffOffered));

        story.It.Owner.Should().Be(Some.PhoneLine.Team);
        story.It.Handoff!.To.Should().Be(Membership);
    }

    [Fact]
    public void A_promise_on_an_offer_of_another_team_offers_it_to_that_one_unless_another_is_to_deliver()
    {
        foreach (Team? named in new Team?[] { null, Some.Housekeeping.Team })
        {
            var story = new Story();
            story.Given(new Offer(story.Id, Some.Promise()));

            story.Given(new MakePromise(story.Id, Some.Promise()) { DeliveredBy = named }, Some.PhoneLine);

            story.It.Owner.Should().Be(Some.PhoneLine.Team);
            story.It.Handoff!.To.Should().Be(named ?? Membership);
        }
    }

    [Fact]
    public void A_promise_without_a_date_or_past_its_date_can_still_be_answered_for_a_day()
    {
        foreach (Deadline? due in new[] { null, Some.Due(Some.Monday), Some.Due(Some.Monday - Duration.FromDays(3)) })
        {
            var story = new Story();

            story.Given(new MakePromise(story.Id, Some.Promise() with { PromisedDue = due }) { DeliveredBy = Reception, AlreadySpoken = true });

            story.It.Handoff!.AnswerBy.Due.Should().Be(Some.Monday + Duration.FromDays(1));
            story.After(Duration.FromDays(1)).When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).Then(typeof(HandoffAccepted));
        }
    }

    [Fact]
    public void What_is_recorded_after_it_fell_due_can_still_be_answered()
    {
        var story = new Story();

        story.Given(new MakePromise(story.Id, Some.Promise() with { PromisedDue = Some.Due(Some.Monday - Duration.FromHours(1)) })
        {
            DeliveredBy = Reception,
            OccurredAt = Some.Monday - Duration.FromDays(1),
        });

        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).Then(typeof(HandoffAccepted));
    }

    [Fact]
    public void A_team_that_was_asked_to_take_a_request_over_and_promises_has_taken_it_over()
    {
        Story story = Requested(Reception);

        story.When(new MakePromise(story.Id, Some.Promise()), Some.Reception).Then(typeof(Promised), typeof(HandoffAccepted));

        story.It.Owner.Should().Be(Reception);
        story.It.Handoff.Should().BeNull();
    }

    [Fact]
    public void A_team_that_was_asked_and_did_not_answer_in_time_owns_what_it_promises_and_the_former_owner_is_asked()
    {
        var story = new Story();
        story.Given(new Request(story.Id, Some.Promise())).Given(new OfferHandoff(story.Id, Reception, Some.Due(Some.Monday + Duration.FromHours(1))));

        story.After(Duration.FromHours(2)).When(new MakePromise(story.Id, Some.Promise()), Some.Reception).Then(typeof(Promised), typeof(HandoffOffered));

        story.It.Owner.Should().Be(Reception);
        story.It.Handoff!.To.Should().Be(Membership);
    }

    [Theory]
    [InlineData("membership")]
    [InlineData("hotel phone line")]
    public void A_request_that_was_being_handed_over_goes_on_being_handed_over_as_a_promise(string promising)
    {
        var story = new Story();
        story.Given(new Request(story.Id, Some.Promise())).Given(new OfferHandoff(story.Id, Reception, Some.Due(Some.Monday + Duration.FromHours(1)), Some.Words("A family of four.")));

        story.Given(new MakePromise(story.Id, Some.Promise()), new Actor(Team.Of(promising), Channel.Phone));

        story.It.Owner.Should().Be(Team.Of(promising));
        (story.It.Handoff!.To, story.It.Handoff.Words!.Text, story.It.Handoff.AnswerBy).Should().Be((Reception, "A family of four.", Some.Due()));
    }

    [Fact]
    public void A_promise_that_another_team_is_to_deliver_is_offered_to_that_one_and_no_more_to_the_first()
    {
        Story story = Requested(Reception);

        story.Given(new MakePromise(story.Id, Some.Promise()) { DeliveredBy = Some.Housekeeping.Team });

        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).ThenIsRefused("handoff_not_yours");
        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Housekeeping).Then(typeof(HandoffAccepted));
    }

    [Fact]
    public void A_promise_that_only_repeats_another_moves_nothing()
    {
        Story story = new Story().GivenPromise();

        story.Given(new MakePromise(CommitmentId.New(), Some.Promise()) { DeliveredBy = Reception }, Some.PhoneLine);

        story.Record.Commitments.Should().ContainSingle();
        (story.It.Owner, story.It.Handoff).Should().Be((Membership, null));
    }

    [Fact]
    public void Whoever_hears_a_request_owns_it_and_the_answer_until_the_answering_team_accepts_each()
    {
        var story = new Story();
        var answer = CommitmentId.New();
        Deadline soon = Some.Due(Some.Monday + Duration.FromMinutes(30));

        story.When(new Request(story.Id, Some.Promise()) { AnsweredBy = Reception, Answer = new AnswerBy(answer, Some.Words(), soon) })
            .Then(typeof(Requested), typeof(Promised), typeof(HandoffOffered), typeof(HandoffOffered));

        foreach (CommitmentId id in new[] { story.Id, answer })
        {
            story.Of(id).Owner.Should().Be(Membership);
            story.Of(id).Handoff.Should().Be(new PendingHandoff(Reception, Some.Membership, Some.Monday, soon, Words: null));
            story.Given(new AcceptHandoff(id, story.Of(id).Promise.Terms), Some.Reception);
            story.Of(id).Owner.Should().Be(Reception);
        }
    }

    [Fact]
    public void A_request_without_a_date_can_be_answered_for_a_day_and_one_with_dates_until_the_first()
    {
        Deadline tomorrow = Some.Due(Some.Monday + Duration.FromHours(30));
        var vague = new Story();
        vague.Given(new Request(vague.Id, Some.Promise() with { PromisedDue = null }) { AnsweredBy = Reception });
        var dated = new Story();
        dated.Given(new Request(dated.Id, Some.Promise() with { RequestedBy = tomorrow }) { AnsweredBy = Reception });

        vague.It.Handoff!.AnswerBy.Due.Should().Be(Some.Monday + Duration.FromDays(1));
        dated.It.Handoff!.AnswerBy.Should().Be(tomorrow);
    }

    [Fact]
    public void What_comes_of_a_promise_stays_with_its_owner_whoever_records_it()
    {
        Story split = new Story().GivenPromise();
        CommitmentId one = CommitmentId.New(), two = CommitmentId.New();
        split.Given(new Split(split.Id, [new Part(one, Some.Promise(Term.Of("a", 1))), new Part(two, Some.Promise(Term.Of("b", 1)))], Some.Consent()), Some.Reception);
        Story kept = new Story().GivenPromise();
        kept.Given(new StateDone(kept.Id) { Outcomes = [new TermOutcome("adults", 3)] }).Given(new Accept(kept.Id), Some.Reception);
        Story carried = new Story().GivenPromise();
        var successor = CommitmentId.New();
        carried.Given(new CarryForward(carried.Id, successor, Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Reception, Some.Words()), Some.Reception);

        Commitment[] all = [split.Of(one), split.Of(two), kept.Record.Open.Single(), carried.Of(successor)];

        all.Should().OnlyContain(commitment => commitment.Owner == Membership);
    }

    [Fact]
    public void What_had_expired_is_owned_by_whoever_gives_it_a_new_validity_until_its_former_owner_takes_it_over()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("voucher presented")] });
        var successor = CommitmentId.New();
        story.Given(new Expire(story.Id, Some.Words()));

        story.When(new CarryForward(story.Id, successor, Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Reception, Some.Words()), Some.Reception)
            .Then(typeof(CarriedForward), typeof(Promised), typeof(HandoffOffered), typeof(Paused));

        story.Of(successor).Owner.Should().Be(Reception);
        story.Of(successor).Handoff!.To.Should().Be(Membership);
    }

    [Fact]
    public void A_claim_is_owned_by_whoever_heard_it_whoever_is_shown_to_have_given_the_words()
    {
        var story = new Story();
        story.Given(new Claim(story.Id, Some.Promise()), Some.Reception);

        story.Given(new Corroborate(story.Id, Evidence.At("calls/2231"), Some.PhoneLine));

        story.It.Owner.Should().Be(Reception);
    }
}
