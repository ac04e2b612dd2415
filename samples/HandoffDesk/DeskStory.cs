using CommitmentLedger;
using CommitmentLedger.Commands;
using CommitmentLedger.Time;
using NodaTime;

namespace HandoffDesk;

/// <summary>How a bank's customer comes to a new card, from the first call to the desk where it lies. Ids are fixed, so that telling it again repeats it.</summary>
internal static class DeskStory
{
    public static readonly DateTimeZone Dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
    public static readonly CustomerId Customer = CustomerId.Of("2086");

    /// <summary>When all three desks read the briefing: twenty minutes before the customer reaches reception.</summary>
    public static readonly Instant BeforeTheVisit = At(5, 15, 40);
    public static readonly Occasion Visit = new("collecting the card");

    private static readonly Team Branch = Team.Of("Marina branch");
    private static readonly Team Reception = Team.Of("reception");

    private static readonly CommitmentId Card = CommitmentId.Parse("0192f0c3-51e0-7a90-8c11-5e2d90c0aa01");
    private static readonly ValueList<Term> Terms = [Term.Of("new card", true), Term.Of("linked to the account", true), Term.Place("Marina branch")];

    private static readonly Words Given = Said("Your new card is waiting for you at the Marina branch on Thursday at four, and it is linked to your account.");
    private static readonly Words Asked = Said("Is it really linked? With the last one I could not pay.");
    private static readonly Words Confirmed = Said("It is linked: I see it here, and I have tried it.");

    /// <summary>The desks in the order in which they have to do with the customer.</summary>
    public static IReadOnlyList<Desk> Desks { get; } =
    [
        new("call centre", new Actor(Team.Of("call centre"), Person.Of("mira"), Channel.Phone),
        [
            new(At(3, 10, 14), $"Promises: {Given}", new MakePromise(Card, CardOnThursday()) { Id = Command("01") }),
            new(At(3, 10, 16), "Asks the branch to take over, and to answer by noon.", new OfferHandoff(Card, Branch, By(3, 12, 0), Said("She pays the school fees with it.")) { Id = Command("02") }),
        ]),
        new("branch", new Actor(Branch, Person.Of("tomas"), Channel.Phone),
        [
            new(At(3, 11, 5), $"Takes over, reading back: {string.Join(", ", Terms)}.", new AcceptHandoff(Card, Terms) { Id = Command("03") }),
            new(At(4, 9, 30), $"The customer asks again: {Asked}", new AskAgain(Card, Asked) { Id = Command("04") }),
            new(At(4, 9, 34), $"Looks it up and confirms: {Confirmed}", new Confirm(Card, Basis.SourceSystem, Confirmed) { Id = Command("05") }),
            new(At(4, 17, 30), "Asks reception to take over, and to answer by ten.", new OfferHandoff(Card, Reception, By(5, 10, 0), Said("It lies in the safe, drawer 3.")) { Id = Command("06") }),
        ]),
        new("reception", new Actor(Reception, Person.Of("noor"), Channel.InPerson),
        [
            new(At(5, 9, 5), $"Takes over, reading back: {string.Join(", ", Terms)}.", new AcceptHandoff(Card, Terms) { Id = Command("07") }),
        ]),
    ];

    private static Promise CardOnThursday() => new()
    {
        Words = Given,
        Terms = Terms,
        PromisedDue = By(5, 16, 0),
        Matter = LookupKey.Of("card order", "CO-5518"),
        Occasion = new Occasion("school fees, to be paid that evening"),
    };

    private static Words Said(string text) => Words.Verbatim(text, Language.Of("en"));

    private static CommandId Command(string number) => CommandId.Parse($"0192f0c3-51e0-7a90-8c11-0000000000{number}");

    private static Deadline By(int day, int hour, int minute) => Deadline.By(new LocalDateTime(2026, 11, day, hour, minute), Dubai);

    private static Instant At(int day, int hour, int minute) => new LocalDateTime(2026, 11, day, hour, minute).InZoneStrictly(Dubai).ToInstant();
}
