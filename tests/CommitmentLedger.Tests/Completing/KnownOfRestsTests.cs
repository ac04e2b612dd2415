using NodaTime;

namespace CommitmentLedger.Tests.Completing;

/// <summary>What was known of a commitment is known of what takes its place, and of what is still owed of it.</summary>
public class KnownOfRestsTests
{
    private static readonly Choice Payment = Choice.Of("payment", [Option.Of("card") with { Needs = [Precondition.ByUs("terminal")] }, Option.Of("UPI")]);
    private static readonly Deadline NextYear = Some.Due(Some.CheckIn + Duration.FromDays(365));

    /// <summary>A claimed promise of which everything is known that can be.</summary>
    private static Story Known()
    {
        var story = new Story();
        Promise promise = Some.Promise(Term.Of("refund", 100), Term.Of("visits", 1)) with { Choices = [Payment] };
        return story.Given(new Claim(story.Id, promise), Some.Reception)
            .Given(new Choose(story.Id, "payment", "card")).Given(new MeetPrecondition(story.Id, "terminal"))
            .Given(new AskAgain(story.Id, Some.Words("Sure?"))).Given(new AddNote(story.Id, Some.Words("Handle with care."))).Given(new Rely(story.Id, Some.Words("Booked a flight.")))
            .Given(new Confirm(story.Id, Basis.Document, Some.Words("It is so.")), Some.PhoneLine).Given(new RecordAccount(story.Id, Some.Words("They said all of it.")))
            .Given(new Renegotiate(story.Id, Some.Promise(Term.Of("refund", 90)) with { Choices = [Payment] })).Given(new RefuseChange(story.Id, Some.Words("All of it.")));
    }

    private static Commitment Carried(Story story)
    {
        var successor = CommitmentId.New();
        return story.Given(new CarryForward(story.Id, successor, NextYear, Some.Membership, Some.Words())).Of(successor);
    }

    private static Commitment Rest(Story story) =>
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("refund", 60)] }).Given(new Accept(story.Id, Some.Yes())).Record.Open.Single();

    public static TheoryData<bool> Ways => [false, true];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Doubt_notes_reliance_accounts_refusals_confirmations_and_certainty_are_kept(bool isRest)
    {
        Story story = Known();
        Commitment before = story.It;

        Commitment after = isRest ? Rest(story) : Carried(story);

        (after.Doubt, after.Notes, after.RelianceActs, after.CustomerAccounts, after.RefusedChanges, after.Assurances, after.Certainty, after.Stakes)
            .Should().Be((before.Doubt, before.Notes, before.RelianceActs, before.CustomerAccounts, before.RefusedChanges, before.Assurances, Certainty.Claimed, Stakes.High));
        string text = story.Brief().ToText();
        text.Should().MatchRegex("Asked again +once").And.Contain("Handle with care.").And.Contain("Booked a flight.").And.Contain("They said all of it.").And.MatchRegex("Change refused.*\n?.*All of it.");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_was_confirmed_before_is_told_and_counts_for_no_new_words(bool isRest)
    {
        Story story = Known();

        Commitment after = isRest ? Rest(story) : Carried(story);

        after.IndependentConfirmations.Should().Be(0);
        BriefingLine line = story.Brief().Lines.Single();
        line.Headline.Should().NotContain("Two teams");
        line.Facts.Single(fact => fact.Label == "Confirmed").Text.Should().EndWith(": the words that stood then");
    }

    [Fact]
    public void A_choice_that_was_made_is_not_asked_for_again()
    {
        Story story = Known();

        Commitment after = Carried(story);

        after.OpenChoices.Should().BeEmpty();
        after.Bindingness.Should().Be(Bindingness.Bound);
        story.Brief().CustomersSteps.Should().BeEmpty();
        story.When(new Choose(after.Id, "payment", "UPI")).ThenIsRefused("out_of_turn");
    }

    [Fact]
    public void A_choice_that_was_made_is_made_for_the_part_that_says_its_answer()
    {
        Story story = Known();
        CommitmentId paid = CommitmentId.New(), open = CommitmentId.New();

        story.Given(new Split(story.Id, [new Part(paid, story.It.Promise), new Part(open, Some.Promise(Term.Of("visits", 1)) with { Choices = [Payment] })], Some.Consent()));

        (story.Of(paid).OpenChoices.Count, story.Of(open).OpenChoices.Count).Should().Be((0, 1));
    }

    [Fact]
    public void What_is_no_more_needed_is_not_told_as_ready()
    {
        Rest(Known()).MetPreconditions.Should().BeEmpty();
    }

    [Fact]
    public void The_keys_of_earlier_words_find_what_takes_their_place()
    {
        LookupKey former = LookupKey.Booking("HX-1000");
        foreach (bool isRest in new[] { false, true })
        {
            Story story = new Story().GivenPromise(Some.Promise(Term.Of("refund", 100)) with { Matter = former });
            story.Given(new Renegotiate(story.Id, Some.Promise(Term.Of("refund", 100))) { Consent = Some.Consent() });

            (isRest ? Rest(story) : Carried(story)).Keys().Should().Contain(key => key.Finds(former)).And.Contain(key => key.Finds(Some.Booking));
        }
    }

    [Fact]
    public void What_is_known_of_a_whole_is_told_with_the_rest_of_a_part()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("refund", 100), Term.Of("visits", 1)));
        CommitmentId refund = CommitmentId.New();
        story.Given(new AskAgain(story.Id, Some.Words("Sure?"))).Given(new AddNote(story.Id, Some.Words("Handle with care.")));
        story.Given(new Split(story.Id, [new Part(refund, Some.Promise(Term.Of("refund", 100))), new Part(CommitmentId.New(), Some.Promise(Term.Of("visits", 1)))], Some.Consent()));

        story.Given(new StateDone(refund) { Outcomes = [new TermOutcome("refund", 60)] }).Given(new Accept(refund, Some.Yes()));

        CommitmentId rest = story.Record.Open.Single(open => open.Lineage?.Kind == LineageKind.RemainderOf).Id;
        BriefingLine line = story.Brief().Lines.Single(line => line.Commitments.Contains(rest));
        line.Facts.Select(fact => fact.Label).Should().Contain(["Part of", "Asked again", "Note"]);
    }

    [Fact]
    public void Objections_are_counted_for_what_is_still_owed_too()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("refund", 100)));
        story.Given(new StateDone(story.Id)).Given(new Dispute(story.Id, Some.Words("No.")));

        Rest(story).Objections.Should().Be(1);
    }
}
