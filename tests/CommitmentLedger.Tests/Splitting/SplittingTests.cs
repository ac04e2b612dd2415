namespace CommitmentLedger.Tests.Splitting;

public class SplittingTests
{
    private static readonly Actor Technician = new(Team.Of("field"), Person.Of("ravi"), Channel.InPerson);
    private readonly CommitmentId _first = CommitmentId.New();
    private readonly CommitmentId _second = CommitmentId.New();

    private ValueList<Part> Parts =>
    [
        new Part(_first, Some.Promise(Term.Of("test", "dengue antigen")) with { PromisedDue = null }),
        new Part(_second, Some.Promise(Term.Of("test", "dengue antibodies")) with { PromisedDue = null }),
    ];

    private Story Split(Consent? consent)
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("test", "dengue panel")) with { Readings = [Some.Words("antigen"), Some.Words("antibodies")] });
        return story.Given(new Split(story.Id, Parts, consent), Technician);
    }

    [Fact]
    [Proves("LAB-11", 'a', 'b', 'c')]
    public void Two_parts_replace_the_whole_which_closes_when_both_are_closed()
    {
        Story story = Split(Some.Consent());
        story.Brief().Lines.SelectMany(line => line.Commitments).Should().Equal(_first, _second);
        foreach (CommitmentId part in new[] { _first, _second }) story.Of(part).Lineage.Should().Be(new Lineage(LineageKind.PartOf, story.Id));
        story.Of(_first).Promise.PromisedDue.Should().Be(Some.Due());

        story.Given(new StateDone(_first)).Given(new Accept(_first, Some.Yes()));
        story.It.IsOpen.Should().BeTrue();
        story.Given(new StateDone(_second)).When(new Accept(_second, Some.Yes())).Then(typeof(Accepted), typeof(ClosedByParts));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
        story.It.Parts.Should().Equal(_first, _second);
    }

    [Fact]
    public void A_part_that_was_split_itself_closes_the_whole_with_its_last_part()
    {
        Story story = Split(Some.Consent());
        CommitmentId left = CommitmentId.New(), right = CommitmentId.New();
        story.Given(new Split(_second, [new Part(left, Some.Promise(Term.Of("test", "IgG"))), new Part(right, Some.Promise(Term.Of("test", "IgM")))], Some.Consent()), Technician);
        story.Given(new Release(_first, Some.Words())).Given(new Release(left, Some.Words()));

        story.When(new Release(right, Some.Words())).Then(typeof(Released), typeof(ClosedByParts), typeof(ClosedByParts));

        story.Of(_second).IsOpen.Should().BeFalse();
        story.It.IsOpen.Should().BeFalse();
    }

    [Fact]
    [Proves("LAB-12", 'a', 'b', 'c')]
    public void Without_consent_the_parts_cannot_be_stated_and_with_consent_they_can()
    {
        Story story = Split(consent: null);
        story.Of(_first).Root.Should().Be(story.Id);

        story.When(new StateDone(_first)).ThenIsRefused("consent_missing");
        story.Given(new GiveConsent(_first, Some.Consent()), Technician);

        story.When(new StateDone(_first)).Then(typeof(Stated));
        story.It.Consents.Should().ContainSingle().Which.Should().Be(new GivenConsent(Some.Consent(), Some.Monday, Technician));
        story.When(new GiveConsent(_first, Some.Consent())).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void The_whole_cannot_be_worked_on_while_its_parts_are()
    {
        Story story = Split(Some.Consent());

        foreach (Command command in new Command[] { new StateDone(story.Id), new Release(story.Id, Some.Words()), new Confirm(story.Id, Basis.Word), new OfferHandoff(story.Id, Some.Reception.Team, Some.Due()) })
            story.When(command).ThenIsRefused("out_of_turn");
        story.Brief().Lines.Count.Should().Be(2);
    }

    [Fact]
    [Proves("LAB-10", 'a', 'c')]
    public void New_evidence_at_the_door_is_kept_as_a_private_link_on_the_changed_promise()
    {
        Story story = Split(Some.Consent());

        story.Given(new AddNote(_first, Some.Words("The doctor's chat asks for both."), Evidence.PrivateAt("chat/2026-11-02/17")), Technician);

        story.Of(_first).Notes.Should().ContainSingle().Which.Evidence.Should().Be(Evidence.PrivateAt("chat/2026-11-02/17"));
        story.Of(_second).Notes.Should().BeEmpty("it is linked to the part that changed and to no other");
        story.Brief().ToText().Should().NotContain("chat/2026-11-02/17");
    }

    [Fact]
    [Proves("LAB-09", 'a', 'b')]
    public void An_answered_question_is_a_note_and_an_unanswered_one_a_commitment()
    {
        Story story = new Story().GivenPromise();
        CommitmentId question = CommitmentId.New(), answer = CommitmentId.New();

        story.Given(new AddNote(story.Id, Some.Words("Asked whether to fast; no need.")), Technician)
            .Given(new Request(question, new Promise { Words = Some.Words("When do the results come?") }) { Answer = new AnswerBy(answer, Some.Words("I will ask today."), Some.Due()) }, Technician);

        story.It.Notes.Should().Equal(new Note(Technician, Some.Monday, Some.Words("Asked whether to fast; no need."), Evidence: null));
        story.Record.Open.Select(commitment => commitment.Id).Should().Equal(story.Id, question, answer);
        (story.Of(answer).IsPromised, story.Of(answer).Owner, story.Of(answer).DueTimes!.Due).Should().Be((true, Technician.Team, Some.CheckIn));
        story.Given(new Decline(question, Some.Words("On Thursday.")), Technician).Of(answer).IsOpen.Should().BeFalse("it was answered");
    }

    [Fact]
    public void A_split_needs_two_to_twenty_parts_with_ids_of_their_own()
    {
        Story story = new Story().GivenPromise();

        story.When(new Split(story.Id, [Parts[0]], null)).ThenIsRefused("parts_out_of_range");
        story.When(new Split(story.Id, [.. Enumerable.Range(0, 21).Select(_ => new Part(CommitmentId.New(), Some.Promise()))], null)).ThenIsRefused("parts_out_of_range");
        story.When(new Split(story.Id, [Parts[0], Parts[0]], null)).ThenIsRefused("commitment_exists");
        story.When(new Split(story.Id, [Parts[0], new Part(story.Id, Some.Promise())], null)).ThenIsRefused("commitment_exists");
        story.When(new Split(story.Id, [Parts[0], new Part(_second, Some.Promise(Term.Of("a", 1), Term.Of("a", 2)))], null)).ThenIsRefused("terms_contradict");
    }

    [Fact]
    public void What_is_met_for_the_whole_is_met_for_its_parts()
    {
        Precondition deposit = Precondition.ByCustomer("deposit");
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [deposit] });
        story.Given(new MeetPrecondition(story.Id, "deposit"));
        CommitmentId same = CommitmentId.New(), ours = CommitmentId.New();

        story.Given(new Split(
            story.Id,
            [
                new Part(same, Some.Promise(Term.Of("adults", 4)) with { Preconditions = [deposit] }),
                new Part(ours, Some.Promise(Term.Of("extra-beds", 2)) with { Preconditions = [Precondition.ByUs("deposit")] }),
            ],
            Some.Consent()));

        (story.Of(same).Bindingness, story.Of(ours).Bindingness).Should().Be((Bindingness.Bound, Bindingness.Conditional));
        story.When(new Expire(same, Some.Words())).ThenIsRefused("out_of_turn");
    }
}
