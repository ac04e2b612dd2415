using NodaTime;

namespace CommitmentLedger.Tests.Splitting;

/// <summary>What was overdue when it was split is late in each of its parts, whatever later dates the split gave them.</summary>
public class LateBeforeSplitTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Day = Duration.FromDays(1);
    private readonly CommitmentId _first = CommitmentId.New();
    private readonly CommitmentId _second = CommitmentId.New();

    private Story Split(Deadline? due, bool isAsked = false, Duration? after = null)
    {
        Story story = new Story().GivenPromise();
        var split = new Split(story.Id, [Part(_first, Term.Of("adults", 4)), Part(_second, Term.Of("extra-beds", 2))], isAsked ? null : Some.Consent());
        if (isAsked) story.Given(split);
        return story.At(Some.CheckIn + (after ?? Hour)).Given(isAsked ? new GiveConsent(_first, Some.Consent()) : split);

        Part Part(CommitmentId id, Term term) => new(id, Some.Promise(term) with { PromisedDue = due });
    }

    private static Story Kept(Story story, CommitmentId id) => story.Given(new StateDone(id)).Given(new Accept(id, Some.Yes()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_with_a_later_date_are_late_as_what_is_not_split_would_be(bool isAsked)
    {
        Story story = Split(Some.Due(Some.CheckIn + Day), isAsked);

        story.Brief().Lines.Should().HaveCount(2).And.OnlyContain(line => line.Facts.Any(fact => fact.Label == "Late" && fact.Text == "was due Sat 14 Nov 15:00, before another date was agreed"));
        Kept(story.After(Hour), _first).Of(_first).Bindingness.Should().Be(Bindingness.KeptLate);
        Kept(story, _second).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_part_that_is_due_with_the_whole_is_late_by_that_date_and_nothing_else_is_told()
    {
        Story story = Split(due: null);

        story.Of(_first).MissedDue.Should().BeNull();
        story.Brief().ToText().Should().NotContain("another date");
        Kept(story, _first).Of(_first).Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void Parts_of_what_was_not_overdue_yet_have_their_own_dates()
    {
        Story story = Split(Some.Due(Some.CheckIn + Day), after: Duration.Zero);

        Kept(story.After(Hour), _first).Of(_first).Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void A_part_of_what_was_late_by_an_earlier_date_is_late_though_it_is_due_with_the_whole()
    {
        Story story = new Story().GivenPromise();
        story.At(Some.CheckIn + Hour).Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Day) }) { Consent = Some.Consent() });

        story.Given(new Split(story.Id, [new Part(_first, Some.Promise(Term.Of("adults", 4)) with { PromisedDue = null }), new Part(_second, Some.Promise(Term.Of("extra-beds", 2)) with { PromisedDue = null })], Some.Consent()));

        story.Of(_first).MissedDue.Should().Be(Some.CheckIn);
    }

    [Fact]
    public void A_part_that_is_disputed_after_its_whole_closed_stays_late()
    {
        Story story = Kept(Split(Some.Due(Some.CheckIn + (Day * 9))).After(Hour), _first);
        story.Given(new StateDone(_second) { SilenceAgrees = new SilenceAgrees(Some.Due(story.Now + Day), Channel.Email, story.Now) }).After(Day * 2).Given(new Accept(_second) { BySilence = true });
        story.It.IsOpen.Should().BeFalse();

        Kept(story.Given(new Dispute(_second, Some.Words("no beds"))), _second);

        (story.Of(_second).Bindingness, story.Record.History.KeptLate).Should().Be((Bindingness.KeptLate, 2));
    }

    [Fact]
    public void The_rest_of_a_late_part_is_late()
    {
        Story story = Split(Some.Due(Some.CheckIn + Day));
        story.Given(new StateDone(_first) { Outcomes = [new TermOutcome("adults", 3)] }).Given(new Accept(_first, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + (Day * 2)) });
        CommitmentId rest = story.Record.Open.Single(open => open.Lineage?.Kind == LineageKind.RemainderOf).Id;

        Kept(story, rest).Of(rest).Bindingness.Should().Be(Bindingness.KeptLate);
    }
}
