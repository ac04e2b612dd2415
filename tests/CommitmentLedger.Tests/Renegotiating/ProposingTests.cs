using NodaTime;

namespace CommitmentLedger.Tests.Renegotiating;

/// <summary>The customer is asked for another date, and says yes, no or nothing.</summary>
public class ProposingTests
{
    private static readonly Instant LaterDue = Some.CheckIn + Duration.FromHours(4);
    private static readonly Promise Later = Some.Promise() with { PromisedDue = Some.Due(LaterDue) };

    private static Story Asked()
    {
        Story story = new Story().GivenPromise();
        return story.When(new Renegotiate(story.Id, Later)).Then(typeof(ChangeProposed));
    }

    [Fact]
    public void The_old_words_stand_until_the_answer()
    {
        Story story = Asked();

        story.It.Promise.Should().Be(Some.Promise());
        story.It.Proposal.Should().Be(new ProposedChange(Some.Membership, Some.Monday, Later, []));
        story.It.HealthAt(Some.CheckIn + Duration.FromMinutes(1)).Should().Be(Health.Overdue);
        story.It.UnilateralChanges.Should().Be(0);
    }

    [Fact]
    public void A_yes_puts_the_new_words_in_their_place()
    {
        Story story = Asked();

        story.When(new GiveConsent(story.Id, Some.Consent()), Some.Reception).Then(typeof(Renegotiated));

        story.It.Promise.Should().Be(Later);
        story.It.Proposal.Should().BeNull();
        story.It.Consents.Should().Equal(new GivenConsent(Some.Consent(), Some.Monday, Some.Reception));
        story.At(LaterDue).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void A_yes_after_the_old_date_had_passed_keeps_nothing()
    {
        Story story = Asked();

        story.At(Some.CheckIn + Duration.FromMinutes(1)).Given(new GiveConsent(story.Id, Some.Consent()));

        story.At(LaterDue).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_yes_after_the_new_date_had_passed_too_is_refused() =>
        Asked().At(LaterDue).WhenIt(id => new GiveConsent(id, Some.Consent())).ThenIsRefused("due_in_past");

    [Fact]
    [Proves("LAB-25", 'b', 'c', 'd', 'e')]
    public void A_no_leaves_the_original_with_its_clock_and_its_owner_and_keeps_the_words()
    {
        Story story = Asked();
        (CommitmentClock clock, Team owner, DueTimes? due) = (story.It.Clock, story.It.Owner, story.It.DueTimes);

        story.After(Duration.FromHours(1)).When(new RefuseChange(story.Id, Some.Words("We fly home in the evening.")), Some.Reception).Then(typeof(ChangeRefused));

        (story.It.Promise, story.It.Clock, story.It.Owner, story.It.DueTimes).Should().Be((Some.Promise(), clock, owner, due));
        story.It.UnilateralChanges.Should().Be(0);
        story.Record.History.Should().Be(new CustomerHistory { Promised = 1, ChangedAtVersion = story.Record.Version });
        story.It.RefusedChanges.Should().Equal(new RefusedChange(Some.Words("We fly home in the evening."), story.Now, Some.Reception));
        story.When(new RefuseChange(story.Id, Some.Words())).ThenIsRefused("out_of_turn");
        story.When(new GiveConsent(story.Id, Some.Consent())).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void Another_change_waits_for_the_answer()
    {
        Story story = Asked();

        story.When(new Renegotiate(story.Id, Later)).ThenIsRefused("change_pending");
        story.When(new Renegotiate(story.Id, Later) { IsUnilateral = true }).ThenIsRefused("change_pending");
        story.When(new Split(story.Id, [new Part(CommitmentId.New(), Later), new Part(CommitmentId.New(), Later)], null)).ThenIsRefused("change_pending");
    }

    [Fact]
    public void Another_change_that_the_customer_agrees_to_takes_the_place_of_the_one_that_was_asked()
    {
        Story story = Asked();

        story.Given(new Renegotiate(story.Id, Later with { PromisedDue = Some.Due(LaterDue + Duration.FromDays(1)) }) { Consent = Some.Consent() });

        story.It.Proposal.Should().BeNull();
        story.It.Promise.PromisedDue!.Due.Should().Be(LaterDue + Duration.FromDays(1));
    }

    [Fact]
    public void Whoever_asked_gave_the_words_and_not_who_heard_the_yes()
    {
        Story story = Asked();

        story.Given(new GiveConsent(story.Id, Some.Consent()), Some.PhoneLine);

        story.It.PromisedBy.Should().Be(Some.Membership);
        story.Brief().Lines.Single().Headline.Should().StartWith("membership promised");
    }

    [Fact]
    public void What_is_done_by_the_old_words_needs_no_answer_any_more()
    {
        Story story = Asked();

        story.At(Some.CheckIn).Given(new StateDone(story.Id));

        story.It.Proposal.Should().BeNull();
        story.When(new GiveConsent(story.Id, Some.Consent())).ThenIsRefused("out_of_turn");
        story.Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.Kept);
    }
}
