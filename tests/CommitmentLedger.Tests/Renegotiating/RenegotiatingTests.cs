using NodaTime;

namespace CommitmentLedger.Tests.Renegotiating;

public class RenegotiatingTests
{
    private static readonly Promise Later = Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromHours(4)) };

    private static Renegotiate Agreed(CommitmentId id, Promise promise) => new(id, promise) { Consent = Some.Consent() };

    [Fact]
    public void The_first_promised_date_stays_for_ever()
    {
        Story story = new Story().GivenPromise();
        Promise latest = Later with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromHours(8)) };

        story.Given(Agreed(story.Id, Later)).Given(Agreed(story.Id, latest));

        story.It.FirstPromise!.PromisedDue.Should().Be(Some.Due());
        story.It.Promise.PromisedDue.Should().Be(latest.PromisedDue);
        story.It.Consents.Count.Should().Be(2);
        story.It.UnilateralChanges.Should().Be(0);
    }

    [Fact]
    public void A_change_without_consent_is_marked_unilateral()
    {
        Story story = new Story().GivenPromise();

        story.Given(new Renegotiate(story.Id, Later) { IsUnilateral = true });

        story.It.UnilateralChanges.Should().Be(1);
        story.Brief().Lines.Single().Facts.Should().Contain(fact => fact.Text.Contains("without the customer's consent", StringComparison.Ordinal));
    }

    [Fact]
    public void A_promise_kept_by_its_new_date_is_judged_by_the_new_date()
    {
        Story story = new Story().GivenPromise();
        story.Given(Agreed(story.Id, Later)).At(Some.CheckIn + Duration.FromHours(1)).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void The_same_words_again_are_no_renegotiation()
    {
        Story story = new Story().GivenPromise();

        story.When(Agreed(story.Id, Some.Promise())).ThenIsRefused("nothing_changes");
        story.When(Agreed(story.Id, Later with { PromisedDue = null })).ThenIsRefused("open_ended");
        story.When(Agreed(story.Id, Later with { PromisedDue = Some.Due(Some.Monday) })).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void A_renegotiation_can_bring_a_contradiction()
    {
        Story story = new Story().GivenPromise();
        var other = CommitmentId.New();
        story.Given(new MakePromise(other, Some.Promise(Term.Of("late-check-out", true))));

        story.Given(Agreed(other, Some.Promise(Term.Of("adults", 3))));

        story.Contradicts(other).Should().Equal(story.Id);
    }

    [Fact]
    public void The_old_booking_still_finds_it_after_each_renegotiation()
    {
        LookupKey phone = LookupKey.Phone("+97150123");
        Story story = new Story().GivenPromise(Some.Promise() with { LookupKeys = [phone] });
        for (int change = 1; change <= 3; change++)
            story.Given(Agreed(story.Id, Some.Promise() with { Matter = LookupKey.Booking($"NEW-{change}") }));

        string[] kept = [.. story.It.FormerKeys.Select(key => key.ToString())];
        kept.Should().Equal("booking HX-2291", "phone +97150123", "booking NEW-1", "booking NEW-2");
        story.It.Keys().Should().Contain([Some.Booking, phone, LookupKey.Booking("NEW-3")]);
        story.Given(Agreed(story.Id, Some.Promise() with { Beneficiaries = 2 }));
        story.It.FormerKeys.Should().NotContain(Some.Booking, "the words that stand have it again");
    }

    [Fact]
    public void A_key_that_the_new_words_keep_is_no_key_of_earlier_words()
    {
        LookupKey phone = LookupKey.Phone("+97150123"), order = LookupKey.Of("order", "A-1");
        Story story = new Story().GivenPromise(Some.Promise() with { LookupKeys = [phone, order] });

        story.Given(Agreed(story.Id, Later with { LookupKeys = [phone] }));

        story.It.FormerKeys.Should().Equal(order);
    }
}
