using NodaTime;

namespace CommitmentLedger.Tests.Splitting;

/// <summary>What a part takes from the whole, and what it brings itself.</summary>
public class PartTests
{
    private static readonly Deadline Sooner = Some.Due(Some.CheckIn - Duration.FromDays(1));
    private readonly CommitmentId _first = CommitmentId.New();
    private readonly CommitmentId _second = CommitmentId.New();

    private Story Split(Promise first, Promise second, Consent? consent = null)
    {
        Story story = new Story().GivenPromise();
        return story.Given(new Split(story.Id, [new Part(_first, first), new Part(_second, second)], consent));
    }

    [Fact]
    public void A_part_without_a_date_or_a_matter_of_its_own_takes_those_of_the_whole()
    {
        Promise bare = Some.Promise(Term.Of("extra-beds", 1)) with { PromisedDue = null, Matter = null };
        Promise own = Some.Promise(Term.Of("extra-beds", 2)) with { PromisedDue = Sooner, Matter = LookupKey.Booking("HX-9000") };

        Story story = Split(bare, own, Some.Consent());

        (story.Of(_first).Promise.PromisedDue, story.Of(_first).Promise.Matter, story.Of(_first).DueTimes!.Due).Should().Be((Some.Due(), Some.Booking, Some.CheckIn));
        story.Of(_second).Promise.Should().Be(own);
        story.Of(_second).DueTimes!.Due.Should().Be(Sooner.Due);
    }

    [Fact]
    public void A_part_may_name_the_date_of_the_whole_as_the_pauses_have_moved_it()
    {
        Deadline within = Deadline.Within(BusinessTime.FromHours(4), Some.Monday, WorkingCalendar.AroundTheClock(Some.Dubai));
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = within });
        story.Given(new Pause(story.Id, Party.Customer, "waits")).After(Duration.FromDays(1)).Given(new Resume(story.Id));

        story.Given(new Split(story.Id, [new Part(_first, Some.Promise() with { PromisedDue = within }), new Part(_second, Some.Promise())], Some.Consent()));

        story.Of(_first).DueTimes!.Told.Should().Be(story.Now + Duration.FromHours(4));
    }

    [Fact]
    public void Twenty_parts_are_enough()
    {
        Story story = new Story().GivenPromise();

        story.Given(new Split(story.Id, [.. Enumerable.Range(0, 20).Select(number => new Part(CommitmentId.New(), Some.Promise(Term.Of("extra-beds", number))))], Some.Consent()));

        story.It.Parts.Count.Should().Be(20);
    }

    [Fact]
    public void A_part_cannot_take_the_id_of_a_commitment_that_there_is()
    {
        Story story = new Story().GivenPromise();
        story.Given(new MakePromise(_first, Some.Promise(Term.Of("late-check-out", true))));

        story.When(new Split(story.Id, [new Part(_first, Some.Promise()), new Part(_second, Some.Promise())], Some.Consent())).ThenIsRefused("commitment_exists");
    }

    [Fact]
    public void The_consent_to_a_split_is_kept_with_the_whole()
    {
        Split(Some.Promise(), Some.Promise()).It.Consents.Should().BeEmpty();
        Split(Some.Promise(), Some.Promise(), Some.Consent()).It.Consents.Should().Equal(new GivenConsent(Some.Consent(), Some.Monday, Some.Membership));
    }
}
