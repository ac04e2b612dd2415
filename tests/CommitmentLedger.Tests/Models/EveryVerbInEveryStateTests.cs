using NodaTime;

namespace CommitmentLedger.Tests.Models;

/// <summary>Each command on each state: what is not in turn is refused with the state it met and what would be legal.</summary>
public class EveryVerbInEveryStateTests
{
    private static readonly CommitmentId PartOne = CommitmentId.New();
    private static readonly CommitmentId PartTwo = CommitmentId.New();

    private static readonly ValueList<Part> Parts = [new Part(PartOne, Some.Promise(Term.Of("a", 1))), new Part(PartTwo, Some.Promise(Term.Of("b", 1)))];

    private static readonly Dictionary<string, Func<Story, Story>> States = new()
    {
        ["requested"] = story => story.Given(new Request(story.Id, Some.Promise())),
        ["offered"] = story => story.Given(new Offer(story.Id, Some.Promise())),
        ["countered"] = story => story.Given(new Offer(story.Id, Some.Promise())).Given(new Counter(story.Id, Some.Promise())),
        ["declined"] = story => story.Given(new Offer(story.Id, Some.Promise())).Given(new Decline(story.Id, Some.Words())),
        ["withdrawn offer"] = story => story.Given(new Offer(story.Id, Some.Promise())).Given(new Withdraw(story.Id, Some.Words())),
        ["conditional"] = story => story.GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByUs("checked")] }),
        ["bound"] = story => story.GivenPromise(),
        ["claimed"] = story => story.Given(new Claim(story.Id, Some.Promise())),
        ["paused"] = story => story.GivenPromise().Given(new Pause(story.Id, Party.Us, "system is down")),
        ["handed over"] = story => story.GivenPromise().Given(new OfferHandoff(story.Id, Some.Reception.Team, Some.Due())),
        ["change proposed"] = story => story.GivenPromise().Given(new Renegotiate(story.Id, Some.Promise(Term.Of("c", 1)))),
        ["split proposed"] = story => story.GivenPromise().Given(new Split(story.Id, Parts, null)),
        ["split"] = story => story.GivenPromise().Given(new Split(story.Id, Parts, Some.Consent())),
        ["stated"] = story => story.GivenPromise().Given(new StateDone(story.Id)),
        ["disputed"] = story => story.GivenPromise().Given(new StateDone(story.Id)).Given(new Dispute(story.Id, Some.Words())),
        ["accepted"] = story => story.GivenPromise().Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes())),
        ["broken"] = story => story.GivenPromise().Given(new Break(story.Id, Some.Words())),
        ["released"] = story => story.GivenPromise().Given(new Release(story.Id, Some.Words())),
        ["withdrawn"] = story => story.GivenPromise().Given(new Withdraw(story.Id, Some.Words())),
        ["expired"] = story => story.GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("paid")] }).Given(new Expire(story.Id, Some.Words())),
    };

    public static TheoryData<string> Names => [.. States.Keys];

    private static CommitmentCommand[] Commands(CommitmentId id) =>
    [
        new Accept(id, Some.Yes()), new AcceptHandoff(id, []), new AddNote(id, Some.Words()), new AskAgain(id), new Break(id, Some.Words()),
        new CarryForward(id, CommitmentId.New(), Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Membership, Some.Words()),
        new Choose(id, "payment", "card"), new Clarify(id, Some.Words()), new Confirm(id, Basis.Word),
        new Corroborate(id, Evidence.At("call"), Some.PhoneLine), new Counter(id, Some.Promise()), new Decline(id, Some.Words()),
        new DeclineHandoff(id, Some.Words()), new Dispute(id, Some.Words()), new Expire(id, Some.Words()), new GiveConsent(id, Some.Consent()),
        new MeetPrecondition(id, "checked"), new OfferHandoff(id, Some.Housekeeping.Team, Some.Due()), new Pause(id, Party.Us, "why"),
        new Reassess(id, Some.Words()), new RecordAccount(id, Some.Words()),
        new RefuseChange(id, Some.Words()), new Release(id, Some.Words()), new Rely(id, Some.Words()), new Renegotiate(id, Some.Promise(Term.Of("c", 1))), new Resume(id),
        new RetractHandoff(id, Some.Words()), new Split(id, [], null), new StateDone(id), new Withdraw(id, Some.Words()),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_in_turn_is_refused_with_the_state_it_met_and_what_would_be_legal(string state)
    {
        foreach (Type type in Commands(CommitmentId.New()).Select(command => command.GetType()))
        {
            Story story = States[state](new Story());
            CommitmentCommand command = Commands(story.Id).Single(one => one.GetType() == type);
            Standing before = story.It.Standing;
            bool isOpen = story.It.IsOpen;

            story.When(command);

            string[] outOfTurn = ["out_of_turn", "commitment_closed"];
            if (story.Last.Refusal is not { } refusal || !outOfTurn.Contains(refusal.Code)) continue;
            refusal.Code.Should().Be(isOpen ? "out_of_turn" : "commitment_closed", "{0} on {1}", type.Name, state);
            refusal.Found.Should().Be(before);
            refusal.LegalNow.Should().NotContain(command.Verb.Name).And.NotBeEmpty();
            story.It.Standing.Should().Be(before);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_said_to_be_legal_is_in_turn(string state)
    {
        Story story = States[state](new Story());
        Refusal refusal = story.When(Commands(story.Id).First(command => !command.Verb.IsInTurn(story.It))).Last.Refusal!;

        foreach (CommitmentCommand command in Commands(story.Id).Where(command => refusal.LegalNow.Contains(command.Verb.Name)))
        {
            Story again = States[state](new Story());
            CommitmentCommand legal = Commands(again.Id).Single(one => one.GetType() == command.GetType());
            string? code = again.When(legal).Last.Refusal?.Code;
            code.Should().NotBe("out_of_turn").And.NotBe("commitment_closed");
        }
    }

    [Fact]
    public void Every_verb_on_a_commitment_is_tried() =>
        Commands(CommitmentId.New()).Select(command => command.GetType()).Should()
            .BeEquivalentTo(typeof(CommitmentCommand).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CommitmentCommand))));
}
