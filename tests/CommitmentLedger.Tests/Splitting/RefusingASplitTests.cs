using NodaTime;

namespace CommitmentLedger.Tests.Splitting;

/// <summary>A split that was only proposed: the original stands until the customer answers.</summary>
public class RefusingASplitTests
{
    private static readonly Actor Technician = new(Team.Of("field"), Person.Of("ravi"), Channel.InPerson);
    private readonly CommitmentId _first = CommitmentId.New();
    private readonly CommitmentId _second = CommitmentId.New();

    private Story Proposed()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("test", "dengue panel")), Technician);
        return story.When(new Split(story.Id, [Part(_first, "antigen"), Part(_second, "antibodies")], Consent: null), Technician)
            .Then(typeof(ChangeProposed), typeof(Offered), typeof(Offered));
    }

    private static Part Part(CommitmentId id, string test) => new(id, Some.Promise(Term.Of("test", test)) with { PromisedDue = null });

    [Fact]
    public void The_original_stands_with_its_clock_running_and_the_parts_promise_nothing()
    {
        Story story = Proposed();

        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        story.It.IsSplit.Should().BeFalse();
        story.It.HealthAt(Some.CheckIn + Duration.FromMinutes(1)).Should().Be(Health.Overdue);
        story.Of(_first).IsPromised.Should().BeFalse();
        story.Record.History.Promised.Should().Be(1);
        story.Brief().Lines.Should().ContainSingle().Which.Commitments.Should().Equal(story.Id);
    }

    [Fact]
    [Proves("LAB-25", 'a', 'c', 'd', 'e')]
    public void A_no_leaves_the_original_and_the_parts_count_nowhere()
    {
        Story story = Proposed();
        CommitmentClock clock = story.It.Clock;

        story.After(Duration.FromHours(1)).When(new RefuseChange(story.Id, Some.Words("No, one test is enough.")), Technician)
            .Then(typeof(ChangeRefused), typeof(Superseded), typeof(Superseded));

        story.It.Clock.Should().Be(clock);
        story.It.Owner.Should().Be(Technician.Team);
        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
        story.It.RefusedChanges.Should().Equal(new RefusedChange(Some.Words("No, one test is enough."), story.Now, Technician));
        story.Of(_first).Bindingness.Should().Be(Bindingness.Superseded);
        story.Record.History.Should().Be(new CustomerHistory { Promised = 1, ChangedAtVersion = story.Record.Version });
        story.Given(new StateDone(story.Id), Technician).It.Conversation.Should().Be(Conversation.Stated);
    }

    [Fact]
    public void The_answer_may_name_a_part()
    {
        Proposed().When(new RefuseChange(_second, Some.Words("No.")), Technician).Then(typeof(ChangeRefused), typeof(Superseded), typeof(Superseded));
        Proposed().When(new GiveConsent(_second, Some.Consent()), Technician).Then(typeof(SplitUp), typeof(Promised), typeof(Promised));
    }

    [Fact]
    public void A_yes_binds_the_parts_on_the_clock_of_the_whole()
    {
        Story story = Proposed();
        CommitmentClock clock = story.It.Clock;

        story.After(Duration.FromHours(1)).Given(new GiveConsent(story.Id, Some.Consent()), Technician);

        story.It.IsSplit.Should().BeTrue();
        story.It.Clock.State.Should().Be(ClockState.Stopped);
        story.Of(_first).Clock.Should().Be(clock);
        story.Of(_first).Lineage.Should().Be(new Lineage(LineageKind.PartOf, story.Id));
        story.Of(_first).IsPromised.Should().BeTrue();
    }

    [Fact]
    public void Before_the_answer_neither_the_whole_nor_a_part_is_done_and_a_part_is_no_offer_to_be_taken()
    {
        Story story = Proposed();

        story.When(new StateDone(story.Id)).ThenIsRefused("consent_missing");
        story.When(new StateDone(_first)).ThenIsRefused("consent_missing");
        foreach (Command command in new Command[]
        {
            new MakePromise(_first, Some.Promise()), new Counter(_first, Some.Promise()), new Decline(_first, Some.Words()), new Withdraw(_first, Some.Words()),
            new Break(_first, Some.Words()), new Release(_first, Some.Words()), new Renegotiate(_first, Some.Promise()) { IsUnilateral = true },
        })
            story.When(command).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void A_part_that_another_team_took_over_before_the_yes_stays_with_it()
    {
        Story story = Proposed();
        story.Given(new OfferHandoff(_first, Some.Reception.Team, Some.Due()), Technician).Given(new AcceptHandoff(_first, story.Of(_first).Promise.Terms), Some.Reception);

        story.Given(new GiveConsent(story.Id, Some.Consent()), Technician);

        story.Of(_first).Owner.Should().Be(Some.Reception.Team);
    }

    [Fact]
    public void Another_split_that_is_agreed_at_once_was_spoken_by_whoever_made_it()
    {
        Story story = Proposed();
        CommitmentId left = CommitmentId.New(), right = CommitmentId.New();

        story.Given(new Split(story.Id, [Part(left, "IgG"), Part(right, "IgM")], Some.Consent()), Some.Reception);

        story.Of(left).PromisedBy.Should().Be(Some.Reception);
        story.Of(_first).Bindingness.Should().Be(Bindingness.Superseded);
    }

    [Fact]
    public void A_part_that_would_be_due_already_is_refused()
    {
        Story story = new Story().GivenPromise();
        Part past = Part(_first, "antigen") with { Promise = Some.Promise() with { PromisedDue = Some.Due(Some.Monday) } };

        story.When(new Split(story.Id, [past, Part(_second, "antibodies")], Some.Consent())).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void A_whole_that_ends_before_the_answer_takes_its_proposed_parts_with_it()
    {
        Story story = Proposed();

        story.When(new Release(story.Id, Some.Words("Forget it."))).Then(typeof(Released), typeof(Superseded), typeof(Superseded));

        story.Record.Open.Should().BeEmpty();
        story.Record.History.Superseded.Should().Be(0);
    }
}
