using NodaTime;

namespace CommitmentLedger.Tests.Disputing;

public class DisputingTests
{
    [Fact]
    public void What_the_rest_was_split_into_is_dropped_with_it()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("refund", 100)));
        story.Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("refund", 60)], SilenceAgrees = Some.Silence() }).At(Some.CheckIn)
            .Given(new Accept(story.Id) { BySilence = true, RemainderDue = Some.Due(Some.CheckIn + Duration.FromDays(9)) });
        Part Refund(int amount) => new(CommitmentId.New(), Some.Promise(Term.Of("refund", amount)) with { PromisedDue = null });
        story.Given(new Split(story.Record.Open.Single().Id, [Refund(30), Refund(10)], Some.Consent()));

        story.Given(new Dispute(story.Id, Some.Words("Nothing has come.")));

        story.Record.Open.Should().ContainSingle().Which.Id.Should().Be(story.Id);
    }

    [Fact]
    public void What_the_customer_disputes_is_owed_as_a_whole_and_its_rest_no_more()
    {
        Story story = new Story().GivenPromise();
        ValueList<TermOutcome> oneBed = [new TermOutcome("extra-beds", 1)];
        story.Given(new StateDone(story.Id) { Outcomes = oneBed, SilenceAgrees = Some.Silence() }).At(Some.CheckIn).Given(new Accept(story.Id) { BySilence = true });
        CommitmentId rest = story.Record.Open.Single().Id;

        story.When(new Dispute(story.Id, Some.Words("Not one bed."))).Then(typeof(Disputed), typeof(Superseded));
        story.It.WasAcceptedBySilence.Should().BeFalse("the customer has spoken");
        story.Of(rest).Bindingness.Should().Be(Bindingness.Superseded);
        story.Given(new StateDone(story.Id) { Outcomes = oneBed }).Given(new Accept(story.Id, Some.Yes()));

        Commitment again = story.Record.Open.Single();
        again.Id.Should().NotBe(rest);
        again.Lineage.Should().Be(new Lineage(LineageKind.RemainderOf, story.Id));
    }

    [Fact]
    public void A_disputed_promise_stands_again_with_the_customers_own_words()
    {
        Story story = new Story().GivenPromise();
        story.Given(new StateDone(story.Id));

        story.When(new Dispute(story.Id, Some.Words("There is one bed, not two."))).Then(typeof(Disputed));

        story.It.Standing.Should().Be(new Standing(Conversation.Disputed, Bindingness.Bound, ClockState.Running));
        story.It.CustomerAccounts.Should().ContainSingle().Which.Words.Text.Should().Be("There is one bed, not two.");
        story.It.Statement.Should().BeNull();
        story.Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())).It.Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public void What_was_closed_by_silence_can_be_disputed_and_counts_as_open_again()
    {
        Story story = new Story().GivenPromise();
        story.Given(new StateDone(story.Id) { SilenceAgrees = Some.Silence() }).At(Some.CheckIn).Given(new Accept(story.Id) { BySilence = true });
        story.Record.History.Kept.Should().Be(1);

        story.Given(new Dispute(story.Id, Some.Words("I was travelling; nothing was done.")));

        story.It.IsOpen.Should().BeTrue();
        story.Record.History.Kept.Should().Be(0);
    }

    [Fact]
    public void What_the_customer_agreed_to_in_so_many_words_stays_closed()
    {
        Story story = new Story().GivenPromise();
        story.Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes("Fine.")));

        story.When(new Dispute(story.Id, Some.Words("On second thought."))).ThenIsRefused("commitment_closed");
    }

    [Fact]
    [Proves("MAG-19", 'a', 'b')]
    public void The_customers_own_account_stands_beside_ours_and_never_replaces_it()
    {
        Story story = new Story().GivenPromise();
        story.Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()));

        Channel[] channels = [Channel.Phone, Channel.InPerson, Channel.Email, Channel.Chat, Channel.TextMessage, Channel.SelfService, Channel.Letter, Channel.System, Channel.Of("forum")];
        CustomerAccount[] accounts = [.. channels.Select(channel =>
            new CustomerAccount(Some.Words($"They only brought one bed, I told you by {channel}."), Some.Monday, new Actor(Some.Reception.Team, channel)))];

        foreach (CustomerAccount account in accounts) story.When(new RecordAccount(story.Id, account.Words), account.HeardBy).Then(typeof(AccountRecorded));

        story.It.Bindingness.Should().Be(Bindingness.Kept);
        story.It.Promise.Should().Be(Some.Promise());
        story.It.CustomerAccounts.Should().Equal(accounts);
    }
}
