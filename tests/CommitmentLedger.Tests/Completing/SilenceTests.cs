using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Completing;

/// <summary>Silence is a yes only of a customer who was told what it is a yes to, and who has said nothing since.</summary>
public class SilenceTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Instant Told = Some.Monday + Hour;

    public static TheoryData<Func<CommitmentId, Command>> WaysToSpeak =>
        new(id => new RecordAccount(id, Some.Words("Two beds are missing.")), id => new AskAgain(id, Some.Words("Is it really done?")));

    private static SilenceAgrees ToldAt(Instant at) => new(Some.Due(), Channel.Email, at);

    private static StateDone State(CommitmentId id, Instant told) => new(id) { SilenceAgrees = ToldAt(told) };

    [Theory]
    [MemberData(nameof(WaysToSpeak))]
    public void Who_spoke_after_being_told_has_to_be_told_again_also_without_a_dispute(Func<CommitmentId, Command> speak)
    {
        Story story = new Story().GivenPromise().At(Told + Hour);
        story.Given(speak(story.Id), Some.Reception).After(Hour);

        story.When(State(story.Id, Told)).ThenIsRefused("objected_since");
        story.When(State(story.Id, story.Now)).ThenIsRecorded();
    }

    [Theory]
    [MemberData(nameof(WaysToSpeak))]
    public void Who_spoke_before_being_told_was_heard(Func<CommitmentId, Command> speak)
    {
        Story story = new Story().GivenPromise().At(Told - Duration.FromMinutes(1));
        story.Given(speak(story.Id)).At(Told + Hour);

        story.When(State(story.Id, Told)).ThenIsRecorded();
        story.At(Some.CheckIn).When(new Accept(story.Id) { BySilence = true }).Then(typeof(Accepted));
    }

    [Theory]
    [MemberData(nameof(WaysToSpeak))]
    public void Within_what_clocks_differ_the_customer_may_have_spoken_last(Func<CommitmentId, Command> speak)
    {
        Story story = new Story().GivenPromise().At(Told - Duration.FromSeconds(2));
        story.Given(speak(story.Id), Some.Reception).At(Told + Duration.FromSeconds(1));

        story.When(State(story.Id, Told)).ThenIsRefused("objected_since");
    }

    [Theory]
    [MemberData(nameof(WaysToSpeak))]
    public void Who_spoke_after_the_statement_has_spoken_whatever_the_clocks_said(Func<CommitmentId, Command> speak)
    {
        foreach (Duration ahead in (Duration[])[Duration.FromSeconds(3), Duration.FromSeconds(30), Hour])
        {
            Story story = new Story().GivenPromise().At(Told + ahead);
            story.Given(State(story.Id, story.Now - Duration.FromSeconds(1)));
            story.At(Told + Duration.FromSeconds(1)).Given(speak(story.Id), Some.Reception);

            story.At(Some.CheckIn).When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
        }
    }

    [Theory]
    [MemberData(nameof(WaysToSpeak))]
    public void What_is_said_of_the_whole_is_said_of_its_parts(Func<CommitmentId, Command> speak)
    {
        Story story = new Story().GivenPromise();
        CommitmentId one = CommitmentId.New(), two = CommitmentId.New();
        story.Given(new Split(story.Id, [new Part(one, Some.Promise(Term.Of("adults", 4))), new Part(two, Some.Promise(Term.Of("extra-beds", 2)))], Some.Consent()));
        story.At(Told).Given(State(one, Told));
        Func<CommitmentId, Command> spoken = speak(story.Id) is AskAgain ? id => new RecordAccount(id, Some.Words("Is it?")) : speak;
        story.After(Hour).Given(spoken(story.Id));

        story.When(State(two, Told)).ThenIsRefused("objected_since");
        story.At(Some.CheckIn).When(new Accept(one) { BySilence = true }).ThenIsRefused("silence_does_not_count");
    }

    [Theory]
    [InlineData("agreed")]
    [InlineData("asked")]
    [InlineData("unilateral")]
    [InlineData("split")]
    [InlineData("split after asking")]
    [InlineData("chosen")]
    [InlineData("clarified")]
    public void Who_was_told_of_other_words_has_to_be_told_again(string how)
    {
        Promise first = Some.Promise() with { Choices = how == "chosen" ? [Choice.Of("payment", [Option.Of("card")])] : [], Readings = how == "clarified" ? [Some.Words("one"), Some.Words("two")] : [] };
        Story story = new Story().GivenPromise(first).At(Told + Hour);
        Promise other = Some.Promise(Term.Of("adults", 3));
        CommitmentId about = how.StartsWith("split", StringComparison.Ordinal) ? CommitmentId.New() : story.Id;
        var split = new Split(story.Id, [new Part(about, other), new Part(CommitmentId.New(), other)], how == "split" ? Some.Consent() : null);
        Command[] changes = how switch
        {
            "agreed" => [new Renegotiate(story.Id, other) { Consent = Some.Consent() }],
            "asked" => [new Renegotiate(story.Id, other), new GiveConsent(story.Id, Some.Consent())],
            "unilateral" => [new Renegotiate(story.Id, other) { IsUnilateral = true }],
            "split" => [split],
            "split after asking" => [split, new GiveConsent(story.Id, Some.Consent())],
            "chosen" => [new Choose(story.Id, "payment", "card")],
            _ => [new Clarify(story.Id, Some.Words("one"))],
        };
        foreach (Command change in changes) story.Given(change);
        story.After(Hour);
        ValueList<TermOutcome> outcomes = how == "unilateral" ? [new TermOutcome("adults", 4), new TermOutcome("extra-beds", 2)] : [];

        story.When(State(about, Told) with { Outcomes = outcomes }).ThenIsRefused("told_before_promise");
        story.When(State(about, story.Now) with { Outcomes = outcomes }).ThenIsRecorded();
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(5, null)]
    [InlineData(6, "told_before_promise")]
    public void A_clock_that_is_some_seconds_behind_does_not_make_it_told_before_the_promise(int seconds, string? refusal)
    {
        Story story = new Story().GivenPromise().After(-Duration.FromSeconds(seconds));

        story.When(State(story.Id, story.Now));

        story.Last.Refusal?.Code.Should().Be(refusal);
        (story.Last.Refusal is null).Should().Be(refusal is null);
    }

    [Fact]
    public async Task An_account_on_a_host_whose_clock_is_behind_stops_silence_on_every_store()
    {
        var store = new InMemoryLedgerStore();
        var (fast, slow) = (new ManualTime(Some.Monday), new ManualTime(Some.Monday));
        await using var one = new Ledger(store, time: fast);
        await using var two = new Ledger(store, time: slow);
        var id = CommitmentId.New();
        await one.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(id, Some.Promise());
        (fast.Now, slow.Now) = (Told + Duration.FromSeconds(30), Told + Duration.FromSeconds(10));
        await one.ActingAs(Some.Membership).For(Some.Guest).DoAsync(State(id, fast.Now));
        await two.ActingAs(Some.Reception).For(Some.Guest).DoAsync(new RecordAccount(id, Some.Words("That is not what I was promised.")));
        slow.Now = Some.CheckIn + Hour;

        (await two.ActingAs(Some.Reception).For(Some.Guest).TryAsync(new Accept(id) { BySilence = true })).Refusal!.Code.Should().Be("silence_does_not_count");
    }
}
