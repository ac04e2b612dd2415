using NodaTime;

namespace CommitmentLedger.Tests.Renegotiating;

/// <summary>What came with a repetition or was clarified holds for the words that stand, those that we are held to, and those that the customer was asked about.</summary>
public class WhicheverWordsStandTests
{
    private static readonly Deadline Later = Some.Due(Some.CheckIn + Duration.FromDays(1));
    private static readonly Deadline NextYear = Some.Due(Some.CheckIn + Duration.FromDays(365));
    private static readonly LookupKey Phone = LookupKey.Phone("+971501234567");
    private static readonly Words[] Readings = [Some.Words("in the same room"), Some.Words("in two rooms")];
    private readonly CommitmentId _other = CommitmentId.New();

    private static Promise Fuller(Promise promise) => promise with { LookupKeys = [Phone], Occasion = new Occasion("wedding"), Beneficiaries = 3, RequestedBy = Some.Due() };

    private static (LookupKey, Occasion?, int, Deadline?) Added(Promise promise) => (promise.LookupKeys.Single(), promise.Occasion, promise.Beneficiaries, promise.RequestedBy);

    private static Story Carried(Story story, CommitmentId successor) => story.Given(new CarryForward(story.Id, successor, NextYear, Some.Membership, Some.Words()));

    [Fact]
    public void What_a_repetition_or_an_account_added_is_not_lost_by_the_consent_to_what_was_asked_before()
    {
        foreach (Func<Promise, Command> repeat in new Func<Promise, Command>[] { promise => new MakePromise(_other, promise), promise => new Claim(_other, promise) })
        {
            Story story = new Story().GivenPromise();
            story.Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Later }));

            story.Given(repeat(Fuller(Some.Promise())), Some.PhoneLine).Given(new GiveConsent(story.Id, Some.Consent()));

            Added(story.It.Promise).Should().Be((Phone, new Occasion("wedding"), 3, Some.Due()));
            story.It.Promise.PromisedDue.Should().Be(Later);
            story.It.Consents.Should().ContainSingle();
        }
    }

    [Fact]
    public void What_a_repetition_of_words_that_we_put_in_the_place_of_others_added_is_carried_forward_with_those()
    {
        Promise three = Some.Promise(Term.Of("adults", 3));
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, three) { IsUnilateral = true }).Given(new MakePromise(CommitmentId.New(), Fuller(three)), Some.PhoneLine);

        Carried(story, _other);

        Added(story.Of(_other).Promise).Should().Be((Phone, new Occasion("wedding"), 3, Some.Due()));
    }

    [Fact]
    public void What_some_of_the_words_have_is_added_to_the_others_and_to_none_twice()
    {
        Promise three = Fuller(Some.Promise(Term.Of("adults", 3)));
        Story story = new Story().GivenPromise(Some.Promise() with { LookupKeys = [Phone], Beneficiaries = 5 });
        story.Given(new Renegotiate(story.Id, three) { IsUnilateral = true });

        story.Given(new MakePromise(CommitmentId.New(), Fuller(Some.Promise())), Some.PhoneLine);
        story.Given(new MakePromise(CommitmentId.New(), Fuller(Some.Promise()) with { Occasion = new Occasion("birthday"), InternalTarget = Some.Due(Some.CheckIn - Duration.FromHours(1)) }), Some.PhoneLine);

        Added(story.It.AgreedPromise!).Should().Be((Phone, new Occasion("wedding"), 5, Some.Due()));
        Added(story.It.Promise).Should().Be((Phone, new Occasion("wedding"), 3, Some.Due()));
        story.It.AgreedPromise!.InternalTarget!.Due.Should().Be(Some.CheckIn - Duration.FromHours(1));
        story.Brief().Lines.Single().Facts.Select(fact => fact.Label).Should().NotContain("At first", "what was agreed is told, and it is what was said at first");
    }

    [Fact]
    public void A_target_inside_one_date_is_none_of_words_that_are_due_before_it()
    {
        Deadline inside = Some.Due(Some.CheckIn - Duration.FromHours(1));
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn - Duration.FromDays(1)) }));

        story.Given(new MakePromise(_other, Some.Promise() with { InternalTarget = inside }), Some.PhoneLine);

        (story.It.Promise.InternalTarget, story.It.Proposal!.Promise!.InternalTarget).Should().Be((inside, null));
    }

    [Fact]
    public void What_was_clarified_stays_clear_after_the_consent_to_what_was_asked_before()
    {
        Promise unclear = Some.Promise() with { Readings = [.. Readings] };
        Story story = new Story().GivenPromise(unclear);
        story.Given(new Renegotiate(story.Id, unclear with { PromisedDue = Later }));

        story.Given(new Clarify(story.Id, Some.Words("in the kitchen"))).Given(new GiveConsent(story.Id, Some.Consent()));

        story.It.Promise.Readings.Should().Equal(Some.Words("in the kitchen"));
    }

    [Fact]
    public void What_was_clarified_after_a_change_by_us_is_carried_forward_clear()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Readings = [.. Readings] });
        story.Given(new Renegotiate(story.Id, Some.Promise(Term.Of("adults", 3)) with { Readings = [.. Readings] }) { IsUnilateral = true });

        story.Given(new Clarify(story.Id, Readings[1]));

        Carried(story, _other).Of(_other).Promise.Readings.Should().Equal(Readings[1]);
    }

    [Fact]
    public void Words_that_are_unclear_in_another_way_or_not_at_all_are_left_so()
    {
        Words[] sides = [Some.Words("on the sea side"), Some.Words("on the land side")];
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("adults", 3)));
        story.Given(new Renegotiate(story.Id, Some.Promise() with { Readings = [.. Readings] }) { IsUnilateral = true }).Given(new Renegotiate(story.Id, Some.Promise() with { Readings = [.. sides] }));

        story.Given(new Clarify(story.Id, Readings[0]));

        story.It.Promise.Readings.Should().Equal(Readings[0]);
        story.It.AgreedPromise!.Readings.Should().BeEmpty();
        story.It.Proposal!.Promise!.Readings.Should().Equal(sides);
    }
}
