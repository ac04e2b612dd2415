using NodaTime;

namespace CommitmentLedger.Tests.Splitting;

/// <summary>For the customer a split is one promise: the whole closes by its parts, and only the whole is counted.</summary>
public class ClosingByPartsTests
{
    private static readonly Dictionary<Bindingness, Func<Story, CommitmentId, Story>> Ends = new()
    {
        [Bindingness.Kept] = (story, part) => story.Given(new StateDone(part)).Given(new Accept(part, Some.Yes())),
        [Bindingness.KeptLate] = (story, part) => story.At(Some.CheckIn + Duration.FromHours(1)).Given(new StateDone(part)).Given(new Accept(part, Some.Yes())),
        [Bindingness.PartiallyKept] = (story, part) => story.Given(new StateDone(part) { Outcomes = [new TermOutcome("beds", 0)] }).Given(new Accept(part, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(9)) }),
        [Bindingness.Broken] = (story, part) => story.Given(new Break(part, Some.Words())),
        [Bindingness.Withdrawn] = (story, part) => story.Given(new Withdraw(part, Some.Words())),
        [Bindingness.Released] = (story, part) => story.Given(new Release(part, Some.Words())),
        [Bindingness.Expired] = (story, part) => story.Given(new Expire(part, Some.Words())),
    };

    private static Story Split(params Bindingness[] ends) => Split(new Story().GivenPromise(), ends);

    private static Story Split(Story story, params Bindingness[] ends)
    {
        CommitmentId[] parts = [.. ends.Select(_ => CommitmentId.New())];
        story.Given(new Split(story.Id, [.. parts.Zip(ends, (id, end) => new Part(id, OfPart(id, end)))], Some.Consent()));
        foreach ((CommitmentId part, Bindingness end) in parts.Zip(ends))
        {
            Ends[end](story, part);
            story.Of(part).Bindingness.Should().Be(end);
        }

        return story;
    }

    private static Promise OfPart(CommitmentId id, Bindingness end) => Some.Promise(Term.Of("room", id.ToString()), Term.Of("beds", 2)) with
    {
        PromisedDue = null,
        Preconditions = end == Bindingness.Expired ? [Precondition.ByCustomer("deposit")] : [],
    };

    public static TheoryData<Bindingness, Bindingness[]> Wholes => new()
    {
        { Bindingness.Kept, [Bindingness.Kept, Bindingness.Kept] },
        { Bindingness.KeptLate, [Bindingness.Kept, Bindingness.KeptLate] },
        { Bindingness.KeptLate, [Bindingness.KeptLate, Bindingness.KeptLate] },
        { Bindingness.PartiallyKept, [Bindingness.Kept, Bindingness.Broken] },
        { Bindingness.PartiallyKept, [Bindingness.Withdrawn, Bindingness.KeptLate] },
        { Bindingness.PartiallyKept, [Bindingness.Kept, Bindingness.PartiallyKept] },
        { Bindingness.PartiallyKept, [Bindingness.PartiallyKept, Bindingness.Broken] },
        { Bindingness.PartiallyKept, [Bindingness.Kept, Bindingness.Released] },
        { Bindingness.Broken, [Bindingness.Broken, Bindingness.Broken] },
        { Bindingness.Broken, [Bindingness.Broken, Bindingness.Released] },
        { Bindingness.Broken, [Bindingness.Released, Bindingness.Withdrawn] },
        { Bindingness.Released, [Bindingness.Released, Bindingness.Released] },
        { Bindingness.Released, [Bindingness.Released, Bindingness.Expired] },
        { Bindingness.Released, [Bindingness.Expired, Bindingness.Released] },
        { Bindingness.Expired, [Bindingness.Expired, Bindingness.Expired] },
    };

    [Theory]
    [MemberData(nameof(Wholes))]
    public void A_whole_closes_by_its_parts(Bindingness expected, Bindingness[] parts)
    {
        Story story = Split(parts);

        story.It.Bindingness.Should().Be(expected);
        story.Entries.Select(entry => entry.Event).OfType<ClosedByParts>().Should().ContainSingle().Which.As.Should().Be(expected);
        story.It.ClosedParts.Select(part => part.How).Should().Equal(parts);
        story.It.ClosedParts.Should().OnlyContain(part => part.Owner == Some.Membership.Team);
    }

    [Fact]
    public void Five_broken_parts_are_one_broken_promise()
    {
        Story story = Split([.. Enumerable.Repeat(Bindingness.Broken, 5)]);

        story.Record.History.Promised.Should().Be(1);
        story.Record.History.Broken.Should().Be(1);
        story.It.ClosedParts.Count.Should().Be(5);
    }

    [Theory]
    [InlineData(Bindingness.Broken)]
    [InlineData(Bindingness.Withdrawn)]
    public void A_part_that_was_broken_is_told_though_another_was_kept_and_is_not_counted(Bindingness how)
    {
        Story story = Split(how, Bindingness.Kept);

        BriefingLine line = story.Brief().Lines.Single();
        (line.Kind, line.Commitments[0]).Should().Be((BriefingLineKind.Broken, story.It.Parts[0]));
        (story.Record.History.Broken, story.Record.History.Withdrawn, story.Record.History.PartiallyKept).Should().Be((0, 0, 1));
    }

    [Fact]
    public void What_is_known_of_the_whole_stands_with_each_open_part()
    {
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New();
        Story story = new Story().GivenPromise(Some.Promise() with { Beneficiaries = 7, Occasion = new Occasion("family reunion") });
        story.Given(new AddNote(story.Id, Some.Words("Late arrival."))).Given(new AskAgain(story.Id)).Given(new Rely(story.Id, Some.Words("booked flights")));
        story.Given(new Split(story.Id, [new Part(first, OfPart(first, Bindingness.Kept)), new Part(second, OfPart(second, Bindingness.Kept))], Some.Consent())).Given(new Break(first, Some.Words("No room.")));

        string[] labels = [.. story.Brief().Lines.Single(line => line.Commitments[0] == second).Facts.Select(fact => fact.Label)];

        labels.Should().ContainInOrder("Part of", "Asked again", "For", "At stake", "Relied on it", "Note", "Other part");
    }

    [Fact]
    public void What_came_from_one_promise_contradicts_nothing_of_it()
    {
        CommitmentId sixty = CommitmentId.New(), forty = CommitmentId.New();
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("refund", 100)));
        story.Given(new Split(story.Id, [new Part(sixty, Refund(60)), new Part(forty, Refund(40))], Some.Consent()));
        story.Given(new Split(sixty, [new Part(CommitmentId.New(), Refund(35)), new Part(CommitmentId.New(), Refund(25))], Some.Consent()));
        story.Given(new StateDone(forty) { Outcomes = [new TermOutcome("refund", 30)] }).Given(new Accept(forty, Some.Yes()) { RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) });

        story.Record.Open.Count(commitment => commitment.Stands).Should().Be(3);
        story.Brief().Lines.Should().NotContain(line => line.Kind == BriefingLineKind.Contradiction);

        Promise Refund(int amount) => Some.Promise(Term.Of("refund", amount)) with { PromisedDue = null };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_takes_the_place_of_a_part_is_that_part(bool expiresFirst)
    {
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New(), successor = CommitmentId.New();
        Story story = new Story().GivenPromise();
        story.Given(new Split(story.Id, [new Part(first, OfPart(first, Bindingness.Expired)), new Part(second, OfPart(second, Bindingness.Kept))], Some.Consent()));
        if (expiresFirst) story.Given(new Expire(first, Some.Words()));
        story.Given(new CarryForward(first, successor, Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Membership, Some.Words()));
        story.It.Parts.Should().Equal(successor, second);
        Ends[Bindingness.Kept](story, second);
        story.It.IsOpen.Should().BeTrue();

        story.Given(new Break(successor, Some.Words()));

        story.It.Bindingness.Should().Be(Bindingness.PartiallyKept);
        story.It.ClosedParts.Select(part => (part.Commitment, part.How)).Should().Equal((second, Bindingness.Kept), (successor, Bindingness.Broken));
        story.Record.History.Should().BeEquivalentTo(new { Promised = 1, PartiallyKept = 1, Kept = 0, Broken = 0, Superseded = 0 });
    }

    [Fact]
    public void A_part_that_lapsed_and_is_carried_forward_after_its_whole_was_closed_counts_by_itself()
    {
        Story story = Split(Bindingness.Expired, Bindingness.Kept);
        var successor = CommitmentId.New();

        story.Given(new CarryForward(story.It.Parts[0], successor, Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Membership, Some.Words()));

        story.Of(successor).Whole.Should().BeNull();
        story.Record.History.Promised.Should().Be(2);
    }

    [Fact]
    public void The_whole_knows_when_the_last_of_it_was_done()
    {
        Story story = Split(Bindingness.Kept, Bindingness.KeptLate);

        story.It.Closing!.Dates.Should().Be(new ClosingDates(Some.CheckIn + Duration.FromHours(1), Some.CheckIn, Some.CheckIn));
    }

    [Fact]
    public void Parts_of_what_was_late_before_the_split_cannot_keep_it_in_time()
    {
        Story story = new Story().GivenPromise();
        story.At(Some.CheckIn + Duration.FromMinutes(1));
        story.Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(2)) }) { Consent = Some.Consent() });

        Split(story, Bindingness.KeptLate, Bindingness.KeptLate).It.Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void A_part_that_is_disputed_opens_again_within_its_whole()
    {
        (Story story, CommitmentId first, CommitmentId second) = AcceptedBySilence();

        story.Given(new Dispute(first, Some.Words("Nobody came.")));
        story.It.ClosedParts.Should().BeEmpty();
        story.Given(new Break(second, Some.Words())).It.IsOpen.Should().BeTrue();
        story.Given(new Break(first, Some.Words()));

        story.It.Bindingness.Should().Be(Bindingness.Broken);
        story.Record.History.Broken.Should().Be(1);
    }

    [Fact]
    public void A_part_that_is_disputed_after_its_whole_was_closed_counts_by_itself()
    {
        (Story story, CommitmentId first, CommitmentId second) = AcceptedBySilence();
        story.Given(new StateDone(second)).Given(new Accept(second, Some.Yes()));
        story.It.Bindingness.Should().Be(Bindingness.Kept);

        story.Given(new Dispute(first, Some.Words("Nobody came."))).Given(new Break(first, Some.Words()));

        story.Of(first).Lineage.Should().Be(new Lineage(LineageKind.PartOf, story.Id));
        story.Of(first).Whole.Should().BeNull();
        (story.Record.History.Promised, story.Record.History.Kept, story.Record.History.Broken).Should().Be((2, 1, 1));
    }

    private static (Story Story, CommitmentId First, CommitmentId Second) AcceptedBySilence()
    {
        CommitmentId first = CommitmentId.New(), second = CommitmentId.New();
        Story story = new Story().GivenPromise();
        story.Given(new Split(story.Id, [new Part(first, OfPart(first, Bindingness.Kept)), new Part(second, OfPart(second, Bindingness.Kept))], Some.Consent()));
        story.Given(new StateDone(first) { SilenceAgrees = Some.Silence(Some.Monday + Duration.FromDays(1)) });
        story.After(Duration.FromDays(2)).Given(new Accept(first) { BySilence = true });
        story.It.ClosedParts.Should().ContainSingle();
        return (story, first, second);
    }

    [Fact]
    public void A_part_that_waited_for_the_customer_to_the_end_was_due_when_the_customer_was_told()
    {
        CommitmentId waiting = CommitmentId.New(), kept = CommitmentId.New();
        Deadline within = Deadline.Within(BusinessTime.FromHours(500), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai));
        Story story = new Story().GivenPromise();
        story.Given(new Split(story.Id, [new Part(waiting, OfPart(waiting, Bindingness.Expired) with { PromisedDue = within }), new Part(kept, OfPart(kept, Bindingness.Kept))], Some.Consent()));

        story.Given(new Expire(waiting, Some.Words())).Given(new StateDone(kept)).Given(new Accept(kept, Some.Yes()));

        story.It.ClosedParts[0].Due.Should().Be(within.Due);
        story.It.Closing!.Dates!.LastDue.Should().Be(within.Due);
    }

    [Fact]
    public void Broken_parts_are_told_in_the_order_in_which_they_broke_whatever_is_said_of_them_since()
    {
        Story story = Split(Bindingness.Broken, Bindingness.Broken);

        story.Given(new RecordAccount(story.It.Parts[0], Some.Words("Nobody came.")));

        story.Record.History.BrokenPromises.Select(broken => broken.Commitment).Should().Equal(story.It.Parts);
    }
}
