using NodaTime;

namespace CommitmentLedger.Tests.CarryingForward;

public class CarryingForwardTests
{
    private static readonly Deadline NextYear = Some.Due(Some.CheckIn + Duration.FromDays(365));
    private static readonly Actor Manager = new(Team.Of("membership"), Person.Of("leela"), Channel.Phone);

    [Fact]
    [Proves("HOTEL-26", 'a', 'b', 'c', 'd')]
    public void An_entitlement_gets_a_new_validity_that_shows_who_approved_the_exception()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("complimentary-nights", 1)));
        var successor = CommitmentId.New();

        story.When(new CarryForward(story.Id, successor, NextYear, Manager, Some.Words("We will carry your free night over."))).Then(typeof(CarriedForward), typeof(Promised));

        story.It.Bindingness.Should().Be(Bindingness.Superseded);
        story.Of(successor).Extension.Should().Be(new ApprovedExtension(Manager, Some.Due(), NextYear));
        story.Of(successor).Lineage.Should().Be(new Lineage(LineageKind.CarriedForwardFrom, story.Id));
        story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "Exception").Text.Should().Be($"valid until {NextYear.ToText()} instead of {Some.Due().ToText()}, approved by membership (leela), phone");
    }

    [Fact]
    public void An_expired_one_can_be_carried_forward_and_a_broken_one_cannot()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("voucher presented")] });
        story.Given(new Expire(story.Id, Some.Words()));
        story.When(new CarryForward(story.Id, CommitmentId.New(), NextYear, Manager, Some.Words())).ThenIsRecorded();

        Story broken = new Story().GivenPromise();
        broken.Given(new Break(broken.Id, Some.Words()));
        broken.When(new CarryForward(broken.Id, CommitmentId.New(), NextYear, Manager, Some.Words())).ThenIsRefused("commitment_closed");
    }

    [Fact]
    public void A_validity_that_ends_no_later_is_no_exception()
    {
        Story story = new Story().GivenPromise();

        story.When(new CarryForward(story.Id, CommitmentId.New(), Some.Due(), Manager, Some.Words())).ThenIsRefused("validity_not_extended");
        story.When(new CarryForward(story.Id, story.Id, NextYear, Manager, Some.Words())).ThenIsRefused("commitment_exists");
        var other = CommitmentId.New();
        story.Given(new MakePromise(other, Some.Promise(Term.Of("cots", 1)))).When(new CarryForward(story.Id, other, NextYear, Manager, Some.Words())).ThenIsRefused("commitment_exists");
    }

    [Fact]
    public void What_is_half_ready_is_carried_forward_half_ready()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit"), Precondition.ByUs("room inspected")] });
        story.Given(new MeetPrecondition(story.Id, "deposit"));
        var successor = CommitmentId.New();

        story.Given(new CarryForward(story.Id, successor, NextYear, Manager, Some.Words()));

        story.Of(successor).Bindingness.Should().Be(Bindingness.Conditional);
        story.When(new StateDone(successor)).ThenIsRefused("precondition_open").Details.Should().Equal("room inspected");
    }

    [Fact]
    public void What_expired_because_of_the_customer_is_not_late_when_it_is_carried_forward_after_its_date()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("voucher presented")] });
        var successor = CommitmentId.New();
        story.Given(new Expire(story.Id, Some.Words()));

        story.At(Some.CheckIn + Duration.FromDays(3)).Given(new CarryForward(story.Id, successor, NextYear, Manager, Some.Words()));

        story.Of(successor).MissedDue.Should().BeNull();
    }

    [Fact]
    public void Another_team_that_carries_a_standing_promise_forward_leaves_it_with_its_owner()
    {
        Story story = new Story().GivenPromise();
        var successor = CommitmentId.New();

        story.When(new CarryForward(story.Id, successor, NextYear, Manager, Some.Words()), Some.Reception).Then(typeof(CarriedForward), typeof(Promised));

        story.Of(successor).Owner.Should().Be(Some.Membership.Team);
        story.Of(successor).Handoff.Should().BeNull();
    }
}
