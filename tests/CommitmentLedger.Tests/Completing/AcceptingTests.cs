using NodaTime;

namespace CommitmentLedger.Tests.Completing;

/// <summary>Who may say that the customer agrees, and what has to be said with it.</summary>
public class AcceptingTests
{
    private static readonly Actor SameTeam = new(Some.Membership.Team, Bot.Of("concierge"), Channel.Chat);

    private static Story Stated(SilenceAgrees? silence = null)
    {
        Story story = new Story().GivenPromise();
        return story.Given(new StateDone(story.Id) { SilenceAgrees = silence });
    }

    [Fact]
    public void The_team_that_stated_it_cannot_accept_it_in_the_customers_name_by_its_own_word()
    {
        Story story = Stated();

        story.When(new Accept(story.Id)).ThenIsRefused("yes_unproven");
        story.When(new Accept(story.Id), SameTeam).ThenIsRefused("yes_unproven");

        story.It.IsOpen.Should().BeTrue();
    }

    [Fact]
    [Proves("LAB-17", 'b')]
    public void The_team_that_stated_it_accepts_by_saying_how_the_customer_agreed()
    {
        foreach (CustomersYes yes in new[] { CustomersYes.Heard(Channel.InPerson, Some.Words("Perfect.")), CustomersYes.Shown(Evidence.At("signature/7")) })
        {
            Story story = Stated();

            story.When(new Accept(story.Id, yes)).Then(typeof(Accepted));

            ((Accepted)story.Entries[^1].Event).Yes.Should().Be(yes);
            story.It.Bindingness.Should().Be(Bindingness.Kept);
            story.It.Closing!.Reason.Should().Be(yes.Words);
        }
    }

    [Fact]
    public void Another_team_may_pass_the_customers_yes_on_without_the_words()
    {
        Story story = Stated();

        story.When(new Accept(story.Id), Some.Reception).Then(typeof(Accepted));
    }

    [Fact]
    public void A_yes_is_words_with_their_channel_or_evidence()
    {
        Action nothing = () => _ = new CustomersYes(through: null, words: null, evidence: null);
        Action words = () => _ = new CustomersYes(through: null, Some.Words(), evidence: null);
        Action channel = () => _ = new CustomersYes(Channel.Phone, words: null, evidence: null);
        Action noChannel = () => CustomersYes.Heard(default, Some.Words());

        foreach (Action incomplete in new[] { nothing, words, channel }) incomplete.Should().Throw<ArgumentException>();
        noChannel.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    [Proves("LAB-17", 'c')]
    public void Silence_counts_from_the_time_that_the_customer_was_told_and_not_before()
    {
        Story story = Stated(Some.Silence());

        story.At(Some.CheckIn - Duration.FromMilliseconds(1)).When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
        story.At(Some.CheckIn).When(new Accept(story.Id) { BySilence = true }).Then(typeof(Accepted));

        story.It.WasAcceptedBySilence.Should().BeTrue();
        ((Stated)story.Entries[1].Event).SilenceAgrees.Should().Be(new SilenceAgrees(Some.Due(), Channel.Email, Some.Monday));
    }

    [Fact]
    public void Silence_does_not_count_for_a_customer_who_spoke()
    {
        foreach (Func<CommitmentId, Command> spoken in new Func<CommitmentId, Command>[] { id => new RecordAccount(id, Some.Words("Nothing has come.")), id => new AskAgain(id) })
        {
            Story story = Stated(Some.Silence());
            story.After(Duration.FromHours(1)).Given(spoken(story.Id));

            story.At(Some.CheckIn).When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
        }
    }

    [Fact]
    public void Nobody_was_told_before_the_promise_was_given()
    {
        Story story = new Story().GivenPromise();

        story.When(new StateDone(story.Id) { SilenceAgrees = new SilenceAgrees(Some.Due(), Channel.Email, Some.Monday - Duration.FromDays(1)) }).ThenIsRefused("told_before_promise");
    }

    [Fact]
    public void Silence_and_a_yes_exclude_each_other()
    {
        Story story = Stated(Some.Silence());

        story.At(Some.CheckIn).When(new Accept(story.Id, Some.Yes()) { BySilence = true }).ThenIsRefused("silence_does_not_count");
    }

    [Theory]
    [InlineData(1, 60, "told_in_future")]
    [InlineData(-60, -60, "due_in_past")]
    [InlineData(-60, -90, "due_in_past")]
    [InlineData(-60, 0, "due_in_past")]
    public void Silence_cannot_count_unless_the_customer_was_told_before_and_has_time(int told, int from, string code)
    {
        Story story = new Story().GivenPromise(Some.Promise()).After(Duration.FromHours(2));
        Instant Minutes(int minutes) => story.Now + Duration.FromMinutes(minutes);

        story.When(new StateDone(story.Id) { SilenceAgrees = new SilenceAgrees(Some.Due(Minutes(from)), Channel.Email, Minutes(told)) }).ThenIsRefused(code);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(5, null)]
    [InlineData(6, "told_in_future")]
    public void A_clock_that_is_some_seconds_ahead_does_not_make_it_told_in_the_future(int seconds, string? refusal)
    {
        Story story = new Story().GivenPromise();
        var silence = new SilenceAgrees(Some.Due(), Channel.Email, story.Now + Duration.FromSeconds(seconds));

        story.When(new StateDone(story.Id) { SilenceAgrees = silence });

        story.Last.Refusal?.Code.Should().Be(refusal);
        (story.Last.Refusal is null).Should().Be(refusal is null);
    }

    [Fact]
    public void What_was_done_earlier_can_be_stated_after_the_customer_was_told()
    {
        Story story = new Story().GivenPromise().After(Duration.FromHours(2));
        Instant told = story.Now - Duration.FromMinutes(5);
        StateDone Told(Instant from) => new(story.Id) { OccurredAt = Some.Monday + Duration.FromHours(1), SilenceAgrees = new SilenceAgrees(Some.Due(from), Channel.Email, told) };

        story.When(Told(from: told)).ThenIsRefused("due_in_past");
        story.When(Told(from: told + Duration.FromMinutes(1))).Then(typeof(Stated));
    }

    [Fact]
    public void Who_objected_has_to_be_told_again_before_silence_counts()
    {
        Story story = Stated(Some.Silence()).After(Duration.FromHours(1));
        story.Given(new Dispute(story.Id, Some.Words("It was not.")));

        story.When(new StateDone(story.Id) { SilenceAgrees = Some.Silence() }).ThenIsRefused("objected_since");
        story.After(Duration.FromMinutes(1)).When(new StateDone(story.Id) { SilenceAgrees = new SilenceAgrees(Some.Due(), Channel.Phone, story.Now) }).Then(typeof(Stated));
    }

    [Fact]
    public void An_answer_that_keeps_the_promise_to_answer_is_no_yes_of_the_customers()
    {
        var story = new Story();
        var answer = CommitmentId.New();
        story.Given(new Request(story.Id, Some.Promise()) { Answer = new AnswerBy(answer, Some.Words(), Some.Due()) });

        story.When(new Offer(story.Id, Some.Promise())).Then(typeof(Offered), typeof(Answered));

        Commitment kept = story.Of(answer);
        kept.Standing.Should().Be(new Standing(Conversation.Stated, Bindingness.Kept, ClockState.Stopped));
        (kept.WasAcceptedBySilence, kept.Statement!.By, kept.Closing!.At).Should().Be((false, Some.Membership, Some.Monday));
    }

    [Fact]
    public void A_customer_who_asks_at_the_instant_of_the_statement_has_spoken()
    {
        foreach (Func<CommitmentId, Command> spoken in new Func<CommitmentId, Command>[] { id => new RecordAccount(id, Some.Words("Nothing has come.")), id => new AskAgain(id) })
        {
            Story story = Stated(Some.Silence());
            story.Given(spoken(story.Id));

            story.At(Some.CheckIn).When(new Accept(story.Id) { BySilence = true }).ThenIsRefused("silence_does_not_count");
        }
    }

    [Theory]
    [InlineData("system")]
    [InlineData("SYSTEM")]
    public void A_system_hears_no_yes(string channel)
    {
        Action heard = () => CustomersYes.Heard(Channel.Of(channel), Some.Words("yes"));

        heard.Should().Throw<ArgumentException>().WithMessage("*no conversation*");
    }
}
