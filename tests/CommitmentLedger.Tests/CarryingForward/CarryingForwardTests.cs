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
    }
}
