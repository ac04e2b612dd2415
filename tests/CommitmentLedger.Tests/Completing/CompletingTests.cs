using NodaTime;

namespace CommitmentLedger.Tests.Completing;

public class CompletingTests
{
    private static Story Stated(params TermOutcome[] outcomes)
    {
        Story story = new Story().GivenPromise();
        return story.At(Some.CheckIn - Duration.FromMinutes(20)).Given(new StateDone(story.Id) { Outcomes = [.. outcomes] }, Some.Reception);
    }

    [Fact]
    public void What_is_stated_is_not_closed_before_the_customer_agrees()
    {
        Story story = Stated();

        story.It.IsOpen.Should().BeTrue();
        story.It.Standing.Should().Be(new Standing(Conversation.Stated, Bindingness.Bound, ClockState.Stopped));
    }

    [Fact]
    public void A_stated_promise_that_the_customer_accepts_is_kept()
    {
        Story story = Stated();

        story.When(new Accept(story.Id, Some.Yes("Lovely, thank you.")), Some.Reception).Then(typeof(Accepted));

        story.It.Standing.Should().Be(new Standing(Conversation.Accepted, Bindingness.Kept, ClockState.Stopped));
        story.Record.History.Kept.Should().Be(1);
    }

    [Fact]
    public void Silence_counts_as_agreement_from_the_time_that_was_announced_and_not_before()
    {
        Story story = new Story().GivenPromise();
        story.Given(new StateDone(story.Id) { SilenceAgrees = Some.Silence() }, Some.Reception);

        story.When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
        story.At(Some.CheckIn).When(new Accept(story.Id) { BySilence = true }).Then(typeof(Accepted));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void Silence_never_counts_when_nothing_was_announced()
    {
        Story story = Stated();

        story.At(Some.CheckIn + Duration.FromDays(365)).When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
    }

    [Fact]
    public void What_is_done_at_the_deadline_is_kept_and_a_microsecond_later_is_late()
    {
        foreach ((Duration late, Bindingness expected) in new[] { (Duration.Zero, Bindingness.Kept), (Duration.FromNanoseconds(1_000), Bindingness.KeptLate) })
        {
            Story story = new Story().GivenPromise();
            story.At(Some.CheckIn + late).Given(new StateDone(story.Id)).After(Duration.FromDays(1));

            story.Given(new Accept(story.Id, Some.Yes()));

            story.It.Bindingness.Should().Be(expected);
        }
    }

    [Fact]
    public void What_was_done_in_time_and_recorded_late_is_kept()
    {
        Story story = new Story().GivenPromise();

        story.At(Some.CheckIn + Duration.FromDays(1)).Given(new StateDone(story.Id) { OccurredAt = Some.CheckIn }).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Theory]
    [InlineData(4, 2, Bindingness.Kept)]
    [InlineData(4, 1, Bindingness.PartiallyKept, "extra-beds")]
    [InlineData(3, 2, Bindingness.PartiallyKept, "adults")]
    [InlineData(3, 1, Bindingness.PartiallyKept, "adults", "extra-beds")]
    [InlineData(0, 0, Bindingness.Broken, "adults", "extra-beds")]
    [Proves("HOTEL-05", 'a', 'b')]
    public void Each_term_is_judged_on_its_own(int adults, int beds, Bindingness expected, params string[] unmet)
    {
        Story story = Stated(new TermOutcome("adults", adults), new TermOutcome("extra-beds", beds));

        story.It.Statement!.Unmet(story.It.Promise).Select(term => term.Name).Should().Equal(unmet);
        story.Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(expected);
    }

    [Fact]
    [Proves("MAG-17", 'a')]
    public void What_is_missing_becomes_a_new_commitment()
    {
        Story story = Stated(new TermOutcome("extra-beds", 1));

        story.When(new Accept(story.Id, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromHours(3)) }).Then(typeof(Accepted), typeof(Promised));

        story.It.Bindingness.Should().Be(Bindingness.PartiallyKept);
        Commitment missing = story.Record.Open.Single();
        missing.Lineage.Should().Be(new Lineage(LineageKind.RemainderOf, story.Id));
        missing.Promise.Terms.Should().Equal(Term.Of("extra-beds", 1));
        missing.Owner.Should().Be(story.It.Owner);
    }

    [Theory]
    [InlineData("12 Palm Street, front door", Bindingness.Kept)]
    [InlineData("the neighbour's", Bindingness.Broken)]
    [Proves("MAG-12", 'a', 'b')]
    public void The_right_time_at_the_wrong_place_is_not_kept(string delivered, Bindingness expected)
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Place("12 Palm Street, front door")));
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("place", delivered)] });

        story.Given(new Accept(story.Id, Some.Yes()));

        story.It.Judgement!.Value.IsInTime.Should().BeTrue();
        story.It.Bindingness.Should().Be(expected);
    }

    [Fact]
    public void What_was_never_stated_cannot_be_accepted()
    {
        Story story = new Story().GivenPromise();

        Refusal refusal = story.When(new Accept(story.Id, Some.Yes())).ThenIsRefused("out_of_turn");

        refusal.Found.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        refusal.LegalNow.Should().Contain("state-done");
    }

    [Fact]
    public void An_outcome_for_a_term_that_was_not_promised_is_refused()
    {
        Story story = new Story().GivenPromise();

        story.When(new StateDone(story.Id) { Outcomes = [new TermOutcome("jacuzzi", true)] }).ThenIsRefused("unknown_term");
        story.When(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 4), new TermOutcome("Adults", 3)] }).ThenIsRefused("term_judged_twice");
    }

    [Fact]
    public void A_time_to_object_that_is_over_before_it_begins_is_refused()
    {
        Story story = new Story().GivenPromise();

        story.When(new StateDone(story.Id) { SilenceAgrees = new SilenceAgrees(Some.Due(Some.Monday), Channel.Email, Some.Monday) }).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void What_is_missing_cannot_be_due_in_the_past()
    {
        Story story = Stated(new TermOutcome("extra-beds", 1));

        story.When(new Accept(story.Id, Some.Yes()) { RemainderDue = Some.Due(Some.Monday) }).ThenIsRefused("due_in_past");
        story.When(new Accept(story.Id, Some.Yes()) { RemainderDue = Some.Due(story.Now) }).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void Another_customers_commitment_is_unknown()
    {
        new Story().GivenPromise().When(new StateDone(CommitmentId.New())).ThenIsRefused("commitment_unknown");
    }
}
