using NodaTime;

namespace CommitmentLedger.Tests.Promising;

/// <summary>Promises that answer one question differently: symmetric, and only while both stand.</summary>
public class ContradictingTests
{
    private readonly Story _story = new Story().GivenPromise();
    private readonly CommitmentId _other = CommitmentId.New();

    [Fact]
    [Proves("HOTEL-03", 'c')]
    public void A_second_team_that_says_otherwise_is_recorded_and_raises_a_contradiction_at_once()
    {
        _story.When(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine).Then(typeof(Promised));

        Verdict().Contradicts.Should().Equal(_story.Id);
        _story.Brief().Lines[0].Kind.Should().Be(BriefingLineKind.Contradiction);
        _story.Brief().Lines[0].Commitments.Should().Equal(_story.Id, _other);
    }

    [Fact]
    public void Whoever_speaks_of_the_first_of_two_hears_of_the_second()
    {
        _story.Given(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine);

        _story.Given(new Confirm(_story.Id, Basis.Word, Some.Words()));

        Verdict().Contradicts.Should().Equal(_other);
    }

    [Fact]
    public void A_promise_that_was_withdrawn_contradicts_nothing_any_more()
    {
        _story.Given(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine);

        _story.Given(new Withdraw(_other, Some.Words("that was wrong")), Some.PhoneLine);
        Verdict().Contradicts.Should().BeEmpty();
        _story.Given(new Confirm(_story.Id, Basis.Word));
        Verdict().Contradicts.Should().BeEmpty();

        _story.Brief().Lines.Should().NotContain(line => line.Kind == BriefingLineKind.Contradiction);
    }

    [Fact]
    public void A_renegotiation_settles_a_contradiction()
    {
        _story.Given(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine);

        _story.Given(new Renegotiate(_story.Id, Some.Promise(Term.Of("adults", 3), Term.Of("extra-beds", 2))) { Consent = Some.Consent() });

        _story.Contradicts(_other).Should().BeEmpty();
        _story.Brief().Lines.Should().HaveCount(2);
    }

    [Fact]
    public void What_comes_of_a_command_beside_its_own_commitment_is_looked_at_too()
    {
        _story.Given(new MakePromise(_other, Some.Promise(Term.Of("nights", 1))), Some.PhoneLine);

        _story.Given(new Split(_other, [new Part(CommitmentId.New(), Some.Promise(Term.Of("adults", 3))), new Part(CommitmentId.New(), Some.Promise(Term.Of("nights", 1)))], Some.Consent()));

        Verdict().Contradicts.Should().Equal(_story.Id);
    }

    public static TheoryData<Promise, bool> Answers
    {
        get
        {
            Promise same = Some.Promise(), sunday = same with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) };
            Promise Of(params Term[] terms) => sunday with { Terms = [.. terms] };
            return new TheoryData<Promise, bool>
            {
                { sunday, true },
                { Of(Term.Of("extra-beds", 2), Term.Of("adults", 4)), true },
                { Of(Term.Of("EXTRA-BEDS", 2.0m), Term.Of("Adults", 4), Term.Of("adults", 4)), true },
                { Of(Term.Of("adults", 4)), true },
                { Of(Term.Of("adults", 4), Term.Of("extra-beds", 2), Term.Of("breakfast", true)), true },
                { Of(Term.Of("adults", 4), Term.Of("breakfast", true)), false },
                { Of(Term.AtLeast("adults", 4)), false },
                { Of(Term.AtMost("ADULTS", 3)), true },
                { Of(Term.Of("breakfast", true)), false },
                { same with { Terms = [Term.Of("adults", 4), Term.Of("breakfast", true)] }, false },
                { same with { PromisedDue = null, Terms = [.. same.Terms, Term.Of("breakfast", true)] }, false },
                { sunday with { Matter = LookupKey.Booking("HX-9000") }, false },
                { sunday with { Matter = LookupKey.Booking("hx 2291") }, true },
                { sunday with { Matter = null }, false },
                { sunday with { Terms = [] }, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Two_answers_to_one_question_contradict_whichever_was_given_first(Promise answer, bool contradicts)
    {
        foreach ((Promise first, Promise second) in new[] { (Some.Promise(), answer), (answer, Some.Promise()) })
        {
            var story = new Story();
            story.Given(new MakePromise(story.Id, first) { AlreadySpoken = true }).Given(new MakePromise(_other, second) { AlreadySpoken = true }, Some.PhoneLine);

            story.Record.Find(_other)?.Contradicts(story.It).Should().Be(contradicts);
            story.It.Contradicts(story.Of(_other)).Should().Be(contradicts);
            story.Contradicts(story.Id).Contains(_other).Should().Be(contradicts);
            story.Brief().Lines.Any(line => line.Kind == BriefingLineKind.Contradiction).Should().Be(contradicts);
        }
    }

    [Fact]
    public void A_briefing_finds_the_pairs_that_looking_at_each_with_each_finds()
    {
        int changes = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var story = new Story();
            for (int count = random.Next(2, 9); count > 0; count--)
            {
                story.When(new MakePromise(CommitmentId.New(), Random(random)) { AlreadySpoken = true });
                CommitmentId changed = story.Record.Commitments[random.Next(story.Record.Commitments.Count)].Id;
                if (random.Next(2) == 0) story.When(new Renegotiate(changed, Random(random) with { Preconditions = story.Of(changed).Promise.Preconditions }) { IsUnilateral = true });
            }

            Commitment[] all = [.. story.Record.Open];
            changes += all.Sum(commitment => commitment.UnilateralChanges);

            var expected = from first in all from second in all where first.MadeAtVersion < second.MadeAtVersion && first.Contradicts(second) select (first.Id, second.Id);
            Contradictions.Among(all).Select(pair => (pair.First.Id, pair.Second.Id)).Should().BeEquivalentTo(expected, "of seed {0}", seed);
        }

        changes.Should().BeGreaterThan(100, "what we changed by ourselves is to be among them");
    }

    [Fact]
    public void Ten_thousand_promises_about_one_order_that_agree_are_soon_looked_through()
    {
        var story = new Story();
        Entry entry = story.GivenPromise().Entries[0];
        CustomerRecord record = CustomerRecord.Of(Some.Guest, 10_000, new CustomerHistory(), [.. Enumerable.Range(0, 10_000).Select(Agreeing)]);

        var briefing = Briefing.Compose(record, new Occasion("check-in"), Some.Monday, Some.Dubai);
        ValueList<CommitmentId> contradicting = Contradictions.Of([entry with { Event = new AskedAgain(record.Commitments[7].Id, Words: null) }], record);

        briefing.Lines.Should().HaveCount(10_000);
        contradicting.Should().BeEmpty();
        Contradictions.Candidates([.. record.Commitments]).Should().HaveCountLessThan(20_001, "each with each is fifty million pairs");

        Commitment Agreeing(int number)
        {
            Promise promise = Some.Promise(Term.Place("front door"), Term.Of($"item-{number}", 1));
            var begun = Commitment.Begin(CommitmentId.New(), story.It.Reference, promise, Some.Membership.Team, entry with { Version = number + 1 });
            return begun with { Conversation = Conversation.Promised, Bindingness = Bindingness.Bound };
        }
    }

    [Fact]
    public void At_most_a_hundred_contradictions_are_told()
    {
        var story = new Story();
        for (int number = 0; number < 120; number++) story.Given(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", number))));

        story.Brief().Lines.Count(line => line.Kind == BriefingLineKind.Contradiction).Should().Be(100);
        story.Contradicts(story.Record.Commitments[0].Id).Count.Should().Be(100);
    }

    private static Promise Random(Random random)
    {
        Term[] pool =
        [
            Term.Of("adults", 4), Term.Of("Adults", 3), Term.AtLeast("adults", 4), Term.AtMost("adults", 3), Term.Of("view", "sea"), Term.Of("VIEW", "Sea"), Term.Of("beds", 2),
        ];
        Promise promise = Some.Promise() with { Terms = [.. pool.Where(_ => random.Next(3) == 0)] };
        if (promise.Problem() is not null) promise = promise with { Terms = [pool[random.Next(pool.Length)]] };
        return promise with
        {
            Matter = random.Next(4) switch { 0 => null, 1 => LookupKey.Booking("HX 2291"), _ => Some.Booking },
            PromisedDue = random.Next(3) switch { 0 => null, 1 => Some.Due(), _ => Some.Due(Some.CheckIn + Duration.FromDays(1)) },
            Preconditions = random.Next(3) == 0 ? [Precondition.ByUs("stock")] : [],
        };
    }

    private Verdict Verdict() => new(_story.Last.Entries, _story.Record, isReplay: false);

    [Fact]
    public void What_does_not_stand_contradicts_nothing_from_either_side()
    {
        _story.Given(new MakePromise(_other, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine).Given(new Withdraw(_other, Some.Words()), Some.PhoneLine);

        _story.Of(_other).Contradicts(_story.It).Should().BeFalse();
        _story.It.Contradicts(_story.Of(_other)).Should().BeFalse();
    }
}
