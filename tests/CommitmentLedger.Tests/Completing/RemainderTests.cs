using NodaTime;

namespace CommitmentLedger.Tests.Completing;

/// <summary>What is owed after a delivery in part: the rest, told in words that are true.</summary>
public class RemainderTests
{
    private static Story Delivered(Term[] promised, params TermOutcome[] outcomes)
    {
        Story story = new Story().GivenPromise(Some.Promise(promised) with { InternalTarget = Some.Due(Some.Monday + Duration.FromDays(1)) });
        return story.Given(new StateDone(story.Id) { Outcomes = [.. outcomes] }).Given(new Accept(story.Id, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) });
    }

    private static Promise Owed(Story story) => story.Record.Open.Single().Promise;

    [Fact]
    [Proves("MAG-17", 'a', 'b')]
    public void Sixty_of_a_hundred_is_kept_in_part_and_leaves_forty()
    {
        Story story = Delivered([Term.Of("refund", 100)], new TermOutcome("refund", 60));

        story.It.Bindingness.Should().Be(Bindingness.PartiallyKept);
        Owed(story).Terms.Should().Equal(Term.Of("refund", 40));
        Owed(story).InternalTarget.Should().BeNull("what was planned for the whole is over");
        story.Brief().ToText().Should().Contain("promised: 40 refund").And.Contain("in short: still owed of what was promised: 40 refund").And.NotContain("four adults");
    }

    [Fact]
    public void What_is_kept_in_part_again_and_again_is_one_promise_and_the_break_of_its_rest_is_told()
    {
        Story story = Delivered([Term.Of("refund", 100)], new TermOutcome("refund", 60));
        CommitmentId forty = story.Record.Open.Single().Id;
        story.Given(new StateDone(forty) { Outcomes = [new TermOutcome("refund", 30)] }).Given(new Accept(forty, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(2)) });
        CommitmentId ten = story.Record.Open.Single().Id, later = CommitmentId.New();
        story.Given(new CarryForward(ten, later, Some.Due(Some.CheckIn + Duration.FromDays(3)), Some.Membership, Some.Words()));

        story.Given(new Break(later, Some.Words("Nothing left.")));

        story.Record.History.Should().BeEquivalentTo(new { Promised = 1, PartiallyKept = 1, Broken = 0, Superseded = 0 });
        story.Record.History.BrokenPromises.Should().ContainSingle().Which.Summary.Should().Be("10 refund");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_of_a_hundred_is_broken_and_leaves_no_new_commitment(int delivered)
    {
        Story story = Delivered([Term.Of("refund", 100)], new TermOutcome("refund", delivered));

        story.It.Bindingness.Should().Be(Bindingness.Broken);
        story.Record.Open.Should().BeEmpty();
    }

    public static TheoryData<Term, TermOutcome, Term> Rests => new()
    {
        { Term.AtLeast("nights", 7), new TermOutcome("Nights", 5), Term.AtLeast("nights", 2) },
        { Term.Of("refund", 49.90m), new TermOutcome("refund", 10.40m), Term.Of("refund", 39.50m) },
        { Term.Of("beds", 2), new TermOutcome("beds", 0), Term.Of("beds", 2) },
        { Term.Of("beds", 2), new TermOutcome("beds", 3), Term.Of("beds", 2) },
        { Term.Of("beds", 2), new TermOutcome("beds", "one"), Term.Of("beds", 2) },
        { Term.AtMost("wait", 10), new TermOutcome("wait", 25), Term.AtMost("wait", 10) },
        { Term.Of("view", "sea"), new TermOutcome("view", "garden"), Term.Of("view", "sea") },
        { Term.Of("breakfast", true), new TermOutcome("breakfast", false), Term.Of("breakfast", true) },
        { Term.AtLeast("speed", 100), new TermOutcome("speed", 80) { IsMeasure = true }, Term.AtLeast("speed", 100) },
        { Term.Of("balance", -5), new TermOutcome("balance", -9), Term.Of("balance", -5) },
        { Term.Of("all", decimal.MaxValue), new TermOutcome("all", 1), Term.Of("all", decimal.MaxValue - 1) },
    };

    [Theory]
    [MemberData(nameof(Rests))]
    public void What_adds_up_leaves_the_rest_and_everything_else_the_term_itself(Term promised, TermOutcome outcome, Term owed)
    {
        Story story = Delivered([promised, Term.Of("kept", true)], outcome);

        story.It.Bindingness.Should().Be(Bindingness.PartiallyKept);
        Owed(story).Terms.Should().Equal(owed);
    }

    [Fact]
    public void A_measure_that_falls_short_alone_is_broken_and_a_quantity_beside_one_is_kept_in_part()
    {
        Term speed = Term.AtLeast("speed", 100);
        var slow = new TermOutcome("speed", 80) { IsMeasure = true };

        Delivered([speed], slow).It.Bindingness.Should().Be(Bindingness.Broken);
        Delivered([speed, Term.Of("months", 3)], slow, new TermOutcome("months", 1)).It.Bindingness.Should().Be(Bindingness.PartiallyKept);
        Delivered([speed, Term.Of("months", 3)], slow, new TermOutcome("months", 0)).It.Bindingness.Should().Be(Bindingness.Broken);
    }

    [Fact]
    public void What_is_owed_after_a_second_delivery_in_part_is_the_rest_of_the_rest()
    {
        Story story = Delivered([Term.Of("refund", 100)], new TermOutcome("refund", 60));
        CommitmentId rest = story.Record.Open.Single().Id;

        story.Given(new StateDone(rest) { Outcomes = [new TermOutcome("refund", 15)] }).Given(new Accept(rest, Some.Yes()));

        Owed(story).Terms.Should().Equal(Term.Of("refund", 25));
    }

    [Fact]
    public void Words_about_more_terms_than_words_hold_say_how_many_more_there_are()
    {
        Term[] many = [.. Enumerable.Range(10, 50).Select(number => Term.Of($"item {number}", new string('x', 200)))];

        Story story = Delivered([.. many.Take(49), Term.Of("kept", true)], [.. many.Take(49).Select(term => new TermOutcome(term.Name, "no"))]);

        Owed(story).Terms.Count.Should().Be(49);
        Owed(story).Words.Text.Should().StartWith("still owed of what was promised: item 10: xxx").And.MatchRegex(@" and \d\d more$");
    }

    [Fact]
    public void The_rest_is_late_only_once_the_date_of_the_whole_has_passed()
    {
        foreach ((Duration after, Instant? missed) in new[] { (Duration.Zero, (Instant?)null), (Duration.FromNanoseconds(1_000), Some.CheckIn) })
        {
            Story story = new Story().GivenPromise();
            story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("extra-beds", 1)] });

            story.At(Some.CheckIn + after).Given(new Accept(story.Id, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) });

            story.Record.Open.Single().MissedDue.Should().Be(missed);
        }
    }

    [Fact]
    public void Everything_that_is_still_owed_is_said()
    {
        Story story = Delivered([Term.Of("refund", 100), Term.Of("beds", 2), Term.Of("kept", true)], new TermOutcome("refund", 60), new TermOutcome("beds", 0));

        Owed(story).Words.Text.Should().Be("still owed of what was promised: 40 refund, 2 beds");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Limits_of_one_thing_are_one_question(int guests)
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.AtLeast("guests", 2), Term.AtMost("guests", 4)));

        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("guests", guests)] }).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.Broken, "nothing of what was promised was delivered");
    }
}
