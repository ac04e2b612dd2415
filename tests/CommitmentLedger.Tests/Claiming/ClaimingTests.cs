namespace CommitmentLedger.Tests.Claiming;

public class ClaimingTests
{
    [Fact]
    [Proves("HOTEL-11", 'a', 'b', 'd')]
    public void A_promise_that_nobody_logged_is_a_commitment_all_the_same_and_is_counted()
    {
        var story = new Story();

        story.When(new Claim(story.Id, Some.Promise()), Some.Reception).Then(typeof(Claimed));

        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        story.It.Certainty.Should().Be(Certainty.Claimed);
        story.Record.History.Claimed.Should().Be(1);
        new Story().GivenPromise().Record.History.Claimed.Should().Be(0, "this one was logged");
        story.Brief().Lines.Single().Headline.Should().StartWith("The customer says we promised, nobody logged it");
    }

    [Fact]
    [Proves("HOTEL-11", 'c')]
    public void A_recording_corroborates_it_later_and_names_who_said_it()
    {
        var story = new Story();
        story.Given(new Claim(story.Id, Some.Promise()), Some.Reception);

        story.When(new Corroborate(story.Id, Evidence.At("calls/2231"), Some.PhoneLine), Some.Reception).Then(typeof(Corroborated));

        story.It.Certainty.Should().Be(Certainty.Corroborated);
        story.It.PromisedBy.Should().Be(Some.PhoneLine);
        story.When(new Corroborate(story.Id, Evidence.At("calls/2232"), Some.PhoneLine)).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void A_claim_of_what_was_logged_finds_the_promise_with_who_said_what_when()
    {
        Story story = new Story().GivenPromise();

        story.When(new Claim(CommitmentId.New(), Some.Promise()), Some.Reception).Then(typeof(AccountRecorded));

        story.Record.Commitments.Should().ContainSingle();
        story.Brief().ToText().Should().ContainAll("membership (asha), phone", "Yes, four adults can stay");
    }

    [Fact]
    public void A_promisor_whose_name_is_not_known_is_named_by_the_team()
    {
        Story story = new Story().GivenPromise(by: Some.PhoneLine);

        story.Brief().ToText().Should().Contain("by hotel phone line, phone");
    }

    [Fact]
    public void A_claim_needs_an_id_of_its_own()
    {
        Story story = new Story().GivenPromise();

        story.When(new Claim(story.Id, Some.Promise(Term.Of("adults", 5)))).ThenIsRefused("commitment_exists");
    }
}
