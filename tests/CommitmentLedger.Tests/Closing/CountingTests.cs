using NodaTime;

namespace CommitmentLedger.Tests.Closing;

/// <summary>Each way of closing counts once, under its own name, and no more when it is taken back.</summary>
public class CountingTests
{
    [Theory]
    [InlineData(Bindingness.Kept)]
    [InlineData(Bindingness.KeptLate)]
    [InlineData(Bindingness.PartiallyKept)]
    [InlineData(Bindingness.Broken)]
    [InlineData(Bindingness.Released)]
    [InlineData(Bindingness.Withdrawn)]
    [InlineData(Bindingness.Expired)]
    [InlineData(Bindingness.Superseded)]
    public void A_closing_counts_where_it_belongs_until_it_is_taken_back(Bindingness how)
    {
        Story story = new Story().GivenPromise();
        Commitment open = story.It, closed = open with { Bindingness = how, Closing = new CommitmentLedger.Closing(Some.Monday, Some.Membership, Reason: null) };

        CustomerHistory counted = new CustomerHistory().Count(before: null, open).Count(open, closed);

        Closings(counted).Should().Be((how, 1));
        Closings(counted.Count(closed, open)).Should().Be((Bindingness.Unbound, 0));
        counted.Promised.Should().Be(1);
    }

    /// <summary>The one way of closing that is counted, and how often.</summary>
    private static (Bindingness How, int Times) Closings(CustomerHistory history)
    {
        (Bindingness How, int Times)[] counted =
        [
            (Bindingness.Kept, history.Kept),
            (Bindingness.KeptLate, history.KeptLate),
            (Bindingness.PartiallyKept, history.PartiallyKept),
            (Bindingness.Broken, history.Broken),
            (Bindingness.Released, history.Released),
            (Bindingness.Withdrawn, history.Withdrawn),
            (Bindingness.Expired, history.Expired),
            (Bindingness.Superseded, history.Superseded),
        ];
        return counted.Where(one => one.Times != 0).DefaultIfEmpty((Bindingness.Unbound, 0)).Single();
    }

    public static TheoryData<string, Func<CommitmentId, int, Command[]>> Lists => new()
    {
        { "notes", (id, _) => [new AddNote(id, Some.Words())] },
        { "reliance acts", (id, _) => [new Rely(id, Some.Words())] },
        { "assurances", (id, _) => [new Confirm(id, Basis.Word)] },
        { "pauses", (id, number) => number < 100 ? [new Pause(id, Party.Us, "system is down"), new Resume(id)] : [new Pause(id, Party.Us, "system is down")] },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_commitment_keeps_a_hundred_of_each_and_takes_no_more(string what, Func<CommitmentId, int, Command[]> commands)
    {
        Story story = new Story().GivenPromise();
        for (int number = 0; number < 100; number++)
        {
            foreach (Command command in commands(story.Id, number)) story.Given(command);
        }

        Command[] more = commands(story.Id, 100);
        foreach (Command command in more[..^1]) story.Given(command);
        story.When(more[^1]).ThenIsRefused("too_many").Message.Should().Contain($"has 100 {what}");
    }

    public static TheoryData<string, Func<CommitmentId, int, Command[]>, Func<Commitment, (int Kept, int Counted)>> Answers => new()
    {
        { "accounts", (id, _) => [new RecordAccount(id, Some.Words())], it => (it.CustomerAccounts.Count, it.AccountsRecorded) },
        { "claims", (_, _) => [new Claim(CommitmentId.New(), Some.Promise())], it => (it.CustomerAccounts.Count, it.AccountsRecorded) },
        { "disputes", (id, _) => [new StateDone(id), new Dispute(id, Some.Words())], it => (it.CustomerAccounts.Count, it.AccountsRecorded) },
        { "refused changes", (id, number) => [new Renegotiate(id, Some.Promise(Term.Of("adults", number))), new RefuseChange(id, Some.Words())], it => (it.RefusedChanges.Count, it.ChangesRefused) },
        { "refused splits", (id, number) => [Split(id, number), new RefuseChange(id, Some.Words())], it => (it.RefusedChanges.Count, it.ChangesRefused) },
        { "consents at once", (id, number) => [new Renegotiate(id, Some.Promise(Term.Of("adults", number))) { Consent = Some.Consent() }], it => (it.Consents.Count, it.ConsentsGiven) },
        { "consents", (id, number) => [new Renegotiate(id, Some.Promise(Term.Of("adults", number))), new GiveConsent(id, Some.Consent())], it => (it.Consents.Count, it.ConsentsGiven) },
    };

    private static Split Split(CommitmentId id, int number) =>
        new(id, [new Part(CommitmentId.New(), Some.Promise(Term.Of("adults", number))), new Part(CommitmentId.New(), Some.Promise())], Consent: null);

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_the_customer_answers_is_recorded_however_often_and_the_latest_are_at_hand(
        string what, Func<CommitmentId, int, Command[]> commands, Func<Commitment, (int Kept, int Counted)> count)
    {
        Story story = new Story().GivenPromise();
        for (int number = 0; number < 130; number++)
        {
            story.After(Duration.FromMinutes(1));
            foreach (Command command in commands(story.Id, number)) story.Given(command);
        }

        count(story.It).Should().Be((100, 130), "of {0} the latest are kept", what);
        if (!story.It.CustomerAccounts.IsEmpty) story.It.CustomerAccounts[^1].At.Should().Be(story.Now);
        story.When(Split(story.Id, 0) with { Consent = Some.Consent() }).ThenIsRecorded();
    }
}
