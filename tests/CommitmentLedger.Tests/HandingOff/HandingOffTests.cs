using NodaTime;

namespace CommitmentLedger.Tests.HandingOff;

public class HandingOffTests
{
    private static readonly Deadline WithinAnHour = Some.Due(Some.Monday + Duration.FromHours(1));

    private static Story Offered()
    {
        Story story = new Story().GivenPromise();
        return story.Given(new OfferHandoff(story.Id, Some.Reception.Team, WithinAnHour, Some.Words("Family of four.")));
    }

    [Fact]
    [Proves("LAB-06", 'a', 'b', 'c')]
    public void Who_accepts_owns_the_same_commitment_and_the_customers_clock_goes_on()
    {
        Story story = Offered();
        Commitment before = story.It;

        story.After(Duration.FromMinutes(5)).When(new AcceptHandoff(story.Id, [Term.Of("extra-beds", 2), Term.Of("adults", 4)]), Some.Reception).Then(typeof(HandoffAccepted));

        story.It.Owner.Should().Be(Some.Reception.Team);
        story.Record.Commitments.Should().ContainSingle().Which.Id.Should().Be(before.Id);
        story.It.PromisedBy.Should().Be(Some.Membership);
        (story.It.Promise, story.It.Reference, story.It.Clock, story.It.DueTimes).Should().Be((before.Promise, before.Reference, before.Clock, before.DueTimes));
        story.It.Handoff.Should().BeNull();
    }

    [Fact]
    public void Until_somebody_accepts_the_owner_stays_bound()
    {
        Story story = Offered();

        story.It.Owner.Should().Be(Some.Membership.Team);
        story.Given(new DeclineHandoff(story.Id, Some.Words("We are closed.")), Some.Reception).It.Owner.Should().Be(Some.Membership.Team);
        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void What_is_read_back_wrongly_is_not_accepted()
    {
        Story story = Offered();

        story.When(new AcceptHandoff(story.Id, [Term.Of("adults", 3), Term.Of("extra-beds", 2)]), Some.Reception).ThenIsRefused("read_back_differs")
            .Details.Should().Equal("adults");
        story.When(new AcceptHandoff(story.Id, [.. Some.Promise().Terms, Term.Of("jacuzzi", true)]), Some.Reception).ThenIsRefused("read_back_differs").Details.Should().Equal("jacuzzi");
        story.When(new AcceptHandoff(story.Id, [Term.Of("adults", 4)]), Some.Reception).ThenIsRefused("read_back_differs").Details.Should().Equal("extra-beds");
    }

    [Fact]
    public void What_is_read_back_in_another_order_and_spelling_is_read_rightly()
    {
        Story story = Offered();

        story.When(new AcceptHandoff(story.Id, [Term.Of("Extra-Beds", 2.0m), Term.Of("ADULTS", 4)]), Some.Reception).Then(typeof(HandoffAccepted));
    }

    [Fact]
    public void Only_the_team_that_was_asked_can_answer()
    {
        Story story = Offered();

        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Housekeeping).ThenIsRefused("handoff_not_yours");
        story.When(new DeclineHandoff(story.Id, Some.Words()), Some.Housekeeping).ThenIsRefused("handoff_not_yours");
    }

    [Fact]
    public void Who_offered_it_can_take_it_back_and_offer_it_to_another()
    {
        Story story = Offered();

        story.When(new RetractHandoff(story.Id, Some.Words("wrong team")), Some.Housekeeping).ThenIsRefused("handoff_not_yours");
        story.When(new RetractHandoff(story.Id, Some.Words("wrong team")), Some.Membership).Then(typeof(HandoffRetracted));

        story.When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).ThenIsRefused("out_of_turn");
        story.When(new OfferHandoff(story.Id, Some.Housekeeping.Team, WithinAnHour)).Then(typeof(HandoffOffered));
    }

    [Fact]
    public void An_offer_lapses_and_can_be_made_again()
    {
        Story story = Offered();
        story.When(new OfferHandoff(story.Id, Some.Housekeeping.Team, WithinAnHour)).ThenIsRefused("handoff_pending");

        story.After(Duration.FromHours(1) + Duration.FromSeconds(1)).When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).ThenIsRefused("handoff_lapsed");

        story.Brief().ToText().Should().Contain("offered to reception, who did not answer until");
        story.When(new OfferHandoff(story.Id, Some.Housekeeping.Team, Some.Due())).Then(typeof(HandoffOffered));
    }

    [Fact]
    public void An_answer_at_the_last_instant_is_in_time()
    {
        Story story = Offered();

        story.At(WithinAnHour.Due).When(new AcceptHandoff(story.Id, Some.Promise().Terms), Some.Reception).Then(typeof(HandoffAccepted));
    }

    [Fact]
    public void An_offer_to_the_owner_or_into_the_past_makes_no_sense()
    {
        Story story = new Story().GivenPromise();

        story.When(new OfferHandoff(story.Id, Some.Membership.Team, WithinAnHour)).ThenIsRefused("already_owner");
        story.When(new OfferHandoff(story.Id, Some.Reception.Team, Some.Due(Some.Monday))).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void The_owner_and_whoever_offered_it_can_each_take_a_handoff_back()
    {
        foreach (Actor either in new[] { Some.Membership, Some.PhoneLine })
        {
            Story story = new Story().GivenPromise();
            story.Given(new OfferHandoff(story.Id, Some.Reception.Team, WithinAnHour), Some.PhoneLine);

            story.When(new RetractHandoff(story.Id, Some.Words("wrong team")), either).Then(typeof(HandoffRetracted));
        }
    }
}
