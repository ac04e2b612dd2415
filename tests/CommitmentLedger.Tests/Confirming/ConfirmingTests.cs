using NodaTime;

namespace CommitmentLedger.Tests.Confirming;

public class ConfirmingTests
{
    [Fact]
    [Trait("Scenario", "LAB-07")]
    public void Confirmations_count_by_distinct_team_and_by_what_they_rest_on()
    {
        Story story = new Story().GivenPromise();

        story.Given(new Confirm(story.Id, Basis.Word, Some.Words()), Some.PhoneLine)
            .Given(new Confirm(story.Id, Basis.Word, Some.Words()), Some.PhoneLine)
            .Given(new Confirm(story.Id, Basis.Word), Some.Membership)
            .Given(new Confirm(story.Id, Basis.Capacity), Some.Reception);

        story.It.Assurances.Count.Should().Be(4);
        story.It.IndependentConfirmations.Should().Be(2);
    }

    [Fact]
    public void Asking_again_is_counted_with_the_last_words()
    {
        Story story = new Story().GivenPromise();

        story.Given(new AskAgain(story.Id, Some.Words("Are you sure?")), Some.PhoneLine).After(Duration.FromDays(1))
            .Given(new AskAgain(story.Id, Some.Words("Really four?")), Some.Membership);

        story.It.Reassurance.Should().Be(
            new Reassurance(2, Some.Monday, Some.Monday + Duration.FromDays(1), Some.Membership, Some.Words("Really four?")));
    }

    [Fact]
    public void More_confirmations_than_anybody_reads_are_refused()
    {
        Story story = new Story().GivenPromise();
        for (int count = 0; count < 100; count++) story.Given(new Confirm(story.Id, Basis.Word));

        story.When(new Confirm(story.Id, Basis.Word)).ThenIsRefused("too_many");
    }

    [Fact]
    [Trait("Scenario", "HOTEL-16")]
    public void Others_who_rely_on_a_promise_make_it_weigh_more()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Occasion = new Occasion("family reunion"), Beneficiaries = 3 });

        story.It.Severity.Should().Be(Severity.Raised);
        story.Given(new AskAgain(story.Id)).Given(new Confirm(story.Id, Basis.Word)).It.Severity.Should().Be(Severity.High);
    }

    [Fact]
    [Trait("Scenario", "HOTEL-17")]
    public void What_the_customer_did_because_of_a_promise_is_listed()
    {
        Story story = new Story().GivenPromise();

        story.When(new Rely(story.Id, Some.Words("Drove three hours with the family."))).Then(typeof(Relied));

        story.It.RelianceActs.Should().ContainSingle();
        story.It.Severity.Should().Be(Severity.Raised);
        story.Brief().ToText().Should().Contain("Drove three hours with the family.");
    }
}
