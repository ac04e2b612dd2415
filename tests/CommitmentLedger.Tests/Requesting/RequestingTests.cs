using System.Globalization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Requesting;

public class RequestingTests
{
    private static readonly Actor CallCentre = new(Team.Of("call centre"), Person.Of("meera"), Channel.Phone);

    private static Promise Test(string name) => new() { Words = Some.Words($"I need a {name} at home."), Terms = [Term.Of("test", name), Term.Place("at home")] };

    private static AnswerBy WithinHalfAnHour(CommitmentId id) =>
        new(id, Some.Words("We will tell you within 30 minutes."), Deadline.At(Some.Monday + Duration.FromMinutes(30), Some.Dubai));

    [Fact]
    [Proves("LAB-01", 'a', 'b', 'c')]
    public void An_ambiguous_item_is_taken_with_its_readings_and_does_not_block_the_others()
    {
        var story = new Story();
        CommitmentId blood = CommitmentId.New(), sugar = CommitmentId.New();
        story.Given(new Request(blood, Test("blood count")), CallCentre).Given(new Request(sugar, Test("sugar")), CallCentre)
            .Given(new Request(story.Id, Test("panel") with { Readings = [Some.Words("dengue panel"), Some.Words("fever panel")] }), CallCentre);

        foreach (CommitmentId clear in new[] { blood, sugar })
            story.When(new MakePromise(clear, story.Of(clear).Promise with { PromisedDue = Some.Due() }), CallCentre).Then(typeof(Promised));

        story.It.Promise.IsAmbiguous.Should().BeTrue();
        story.It.Promise.Readings.Should().Equal(Some.Words("dengue panel"), Some.Words("fever panel"));
        story.It.Conversation.Should().Be(Conversation.Requested);
        story.Brief().ToText().Should().Contain("may mean dengue panel or fever panel");
    }

    [Fact]
    public void A_yes_covers_what_and_where()
    {
        Story story = new Story().Given(new Request(CommitmentId.New(), Test("sugar")), CallCentre);

        story.GivenPromise(Test("sugar") with { PromisedDue = Some.Due() }, CallCentre);

        story.Brief().Lines.Should().Contain(line => line.Headline.Contains("test: sugar, place: at home"));
    }

    [Fact]
    [Proves("LAB-03", 'c', 'd')]
    public void The_answer_to_a_pending_item_is_a_commitment_with_a_due_time()
    {
        var story = new Story();
        var answer = CommitmentId.New();

        story.When(new Request(story.Id, Test("third test")) { Answer = WithinHalfAnHour(answer) }, CallCentre).Then(typeof(Requested), typeof(Promised));

        (story.Of(answer).IsPromised, story.Of(answer).DueTimes!.Due).Should().Be((true, Some.Monday + Duration.FromMinutes(30)));
        story.Of(answer).Lineage.Should().Be(new Lineage(LineageKind.AnswerTo, story.Id));
        story.Brief().Lines.Select(line => line.Kind).Should().Equal(BriefingLineKind.Promise, BriefingLineKind.Request);
    }

    [Fact]
    [Proves("LAB-03", 'a', 'b')]
    public async Task The_customers_receipts_tell_which_two_are_promised_and_by_when_the_third_will_be_answered()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore(), time: new ManualTime(Some.Monday));
        CustomerLedger customer = ledger.ActingAs(CallCentre).For(Some.Guest);

        Receipt first = await customer.PromiseAsync(CommitmentId.New(), Test("blood count") with { PromisedDue = Some.Due() });
        Receipt second = await customer.PromiseAsync(CommitmentId.New(), Test("sugar") with { PromisedDue = Some.Due() });
        Receipt third = await customer.RequestAsync(CommitmentId.New(), Test("panel"), WithinHalfAnHour(CommitmentId.New()));

        first.ToString().Should().Contain("We promised you: I need a blood count at home.");
        second.ToString().Should().Contain("We promised you: I need a sugar at home.");
        third.ToString().Should().Be($"""
            Your reference: {third.Reference}
            You asked us: I need a panel at home.
            That means: test: panel, place: at home
            We will answer by: Mon 2 Nov 2026 10:30 (Asia/Dubai)
            Noted by: call centre
            """);
        third.ToText(CultureInfo.GetCultureInfo("de")).Should().Contain("Wir antworten Ihnen bis: ");
        third.ToText(CultureInfo.GetCultureInfo("es")).Should().Contain("Le responderemos a más tardar: ");
    }

    [Fact]
    public async Task Without_a_promise_to_answer_the_receipt_tells_of_none()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore(), time: new ManualTime(Some.Monday));

        Receipt receipt = await ledger.ActingAs(CallCentre).For(Some.Guest).RequestAsync(CommitmentId.New(), Test("panel"));

        receipt.AnswerDue.Should().BeNull();
        receipt.ToString().Should().NotContain("answer");
    }

    [Theory]
    [InlineData("promise")]
    [InlineData("offer")]
    [InlineData("decline")]
    [Proves("LAB-03", 'c')]
    public void Whatever_answers_the_request_keeps_the_promise_to_answer(string with)
    {
        var story = new Story();
        var answer = CommitmentId.New();
        story.Given(new Request(story.Id, Test("third test")) { Answer = WithinHalfAnHour(answer) }, CallCentre).After(Duration.FromMinutes(10));
        Promise yes = Test("third test") with { PromisedDue = Some.Due() };

        story.Given(with switch { "promise" => new MakePromise(story.Id, yes), "offer" => new Offer(story.Id, yes), _ => new Decline(story.Id, Some.Words("not at home")) }, CallCentre);

        story.Of(answer).Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void An_answer_that_comes_too_late_keeps_its_promise_late()
    {
        var story = new Story();
        var answer = CommitmentId.New();
        story.Given(new Request(story.Id, Test("third test")) { Answer = WithinHalfAnHour(answer) }, CallCentre).After(Duration.FromMinutes(31));

        story.Given(new Decline(story.Id, Some.Words("not at home")));

        story.Of(answer).Bindingness.Should().Be(Bindingness.KeptLate);
    }

    [Fact]
    public void Ids_are_used_once_and_answers_are_not_due_in_the_past()
    {
        Story story = new Story().GivenPromise();

        story.When(new Request(story.Id, Some.Promise())).ThenIsRefused("commitment_exists");
        CommitmentId twice = CommitmentId.New();
        story.When(new Request(twice, Some.Promise()) { Answer = WithinHalfAnHour(twice) }).ThenIsRefused("commitment_exists");
        story.After(Duration.FromHours(1)).When(new Request(twice, Some.Promise()) { Answer = WithinHalfAnHour(CommitmentId.New()) }).ThenIsRefused("due_in_past");
    }

    [Fact]
    public void A_promise_to_answer_that_exists_already_is_not_made_again()
    {
        Story story = new Story().GivenPromise();

        story.When(new Request(CommitmentId.New(), Test("sugar")) { Answer = WithinHalfAnHour(story.Id) }).ThenIsRefused("commitment_exists");
    }
}
