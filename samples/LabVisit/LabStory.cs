using CommitmentLedger;
using CommitmentLedger.Commands;
using CommitmentLedger.Time;
using NodaTime;

namespace LabVisit;

/// <summary>A husband orders three blood tests at home for his wife. Nobody is sure what the third one means.</summary>
internal static class LabStory
{
    public static readonly DateTimeZone India = DateTimeZoneProviders.Tzdb["Asia/Kolkata"];
    public static readonly CustomerId Customer = CustomerId.Of("5518");

    private static readonly Team Centre = Team.Of("marina centre");
    private static readonly Team Field = Team.Of("field team");

    private static readonly Actor Devi = new(Team.Of("call centre"), Person.Of("devi"), Channel.Phone);
    private static readonly Actor Arjun = new(Centre, Person.Of("arjun"), Channel.Phone);
    private static readonly Actor Ravi = new(Field, Person.Of("ravi"), Channel.InPerson);

    private static readonly CommitmentId BloodCount = CommitmentId.New();
    private static readonly CommitmentId Typhoid = CommitmentId.New();
    private static readonly CommitmentId Dengue = CommitmentId.New();
    private static readonly CommitmentId Answer = CommitmentId.New();
    private static readonly CommitmentId Call = CommitmentId.New();
    private static readonly CommitmentId Visit = CommitmentId.New();
    private static readonly CommitmentId Antigen = CommitmentId.New();
    private static readonly CommitmentId Antibodies = CommitmentId.New();

    private static readonly Term AtHome = Term.Place("home");
    private static readonly Term ACall = Term.Of("call to fix the time", true);
    private static readonly ValueList<Term> ToCome = [Term.Of("visit", true), AtHome, Term.Of("second visit", false)];

    private static readonly Precondition Terminal = Precondition.ByUs("card terminal with the technician", Field);
    private static readonly CustomersYes Quick = CustomersYes.Heard(Channel.Phone, Said("That was quick. Eleven is fine."));
    private static readonly CustomersYes Thanks = CustomersYes.Heard(Channel.InPerson, Said("Yes, that is all. Thank you."));

    public static Chapter Afterwards { get; } = new(At(12, 0), Devi, "looks once more") { ReadsBefore = new Occasion("asking how it went") };

    /// <summary>The chapters in the order in which they happened, all on one Tuesday.</summary>
    public static IReadOnlyList<Chapter> Chapters { get; } =
    [
        new(At(9, 52), Devi, "the husband calls",
            new Step("Promises the first test.", new MakePromise(BloodCount, Test(1, "Yes, we do the blood count at your home.", "blood count")) { DeliveredBy = Centre }),
            new Step("Promises the second.", new MakePromise(Typhoid, Test(2, "Yes, the typhoid test too.", "typhoid test")) { DeliveredBy = Centre }),
            new Step("Takes the third down, and says when she will know.", new Request(Dengue, Unclear("The dengue test, I think, by two o'clock. The doctor wrote it in a message."))
            {
                Answer = new AnswerBy(Answer, Said("I will find out whether we do it at home, and tell you in a quarter of an hour."), Within(15, At(9, 52))),
            })),
        new(At(10, 0), Devi, "knows, eight minutes later",
            new Step("Promises the third: that keeps the promise to answer, too.", new MakePromise(Dengue, Unclear("Yes, we do the dengue test at your home as well.")) { DeliveredBy = Centre }),
            new Step("Promises a call.", new MakePromise(Call, new Promise
            {
                Words = Said("The centre nearest to you will call you within the next 30 minutes to fix the time."),
                Terms = [ACall],
                PromisedDue = Within(30, At(10, 0)),
                Matter = Order("time"),
            })
            { DeliveredBy = Centre })),
        new(At(10, 4), Arjun, "takes over",
            new Step("Reads the call back.", new AcceptHandoff(Call, [ACall])),
            new Step("Reads the first test back.", new AcceptHandoff(BloodCount, Terms("blood count"))),
            new Step("Reads the second back.", new AcceptHandoff(Typhoid, Terms("typhoid test"))),
            new Step("Reads the third back, at the centre.", new AcceptHandoff(Dengue, [Term.Of("dengue test", true), Term.Place("centre")])) { RefusedAs = "read_back_differs" },
            new Step("Reads the third back once more, at home.", new AcceptHandoff(Dengue, Terms("dengue test"))))
        { ReadsBefore = new Occasion("taking over") },
        new(At(10, 10), Arjun, "calls the customer",
            new Step("States that the call was made.", new StateDone(Call)),
            new Step("Notes the customer's yes.", new Accept(Call, Quick)),
            new Step("Assures the third test once more.", new Confirm(Dengue, Basis.Capacity, Said("We do the dengue test, at your home."))),
            new Step("Promises the visit.", new MakePromise(Visit, new Promise
            {
                Words = Said("Our technician is with you between eleven and twelve, and you will not need a second visit."),
                Terms = ToCome,
                Choices = [Choice.Of("payment", [Option.Of("UPI"), Option.Of("card") with { Needs = [Terminal] }])],
                PromisedDue = Deadline.Between(Local(11, 0), Local(12, 0), India, said: "between eleven and twelve"),
                Matter = Order("visit"),
            })
            { DeliveredBy = Field })),
        new(At(10, 40), Ravi, "sets out",
            new Step("Reads the visit back.", new AcceptHandoff(Visit, ToCome))),
        new(At(11, 5), Ravi, "is at the door",
            new Step("Answers what she asks.", new AddNote(Visit, Words.Paraphrase("She asked whether she may eat before; for these tests she may."))),
            new Step("Would call the third test done.", new StateDone(Dengue)) { RefusedAs = "ambiguous" },
            new Step("Reads the doctor's message.", new AddNote(Dengue, Words.Paraphrase("The doctor's message names both."), Evidence.PrivateAt("chats/5518/doctor"))),
            new Step("Clears up what is meant.", new Clarify(Dengue, Words.Paraphrase("both, the antigen and the antibodies"))),
            new Step("Suggests to do it in two parts.", new Split(Dengue,
                [new Part(Antigen, InPart("We test for the antigen.", "dengue antigen")), new Part(Antibodies, InPart("We test for the antibodies.", "dengue antibodies"))], Consent: null)),
            new Step("Would call the first part done before anybody agreed.", new StateDone(Antigen)) { RefusedAs = "consent_missing" })
        { ReadsBefore = new Occasion("taking blood") },
        new(At(11, 12), Ravi, "hears what the customer decides",
            new Step("The husband agrees to two parts.", new GiveConsent(Dengue, new Consent("the husband", Words.Paraphrase("two tubes, 1,900 rupees in place of 1,200, no second visit")))),
            new Step("He pays by card.", new Choose(Visit, "payment", "card")),
            new Step("The technician has the terminal with him.", new MeetPrecondition(Visit, Terminal.Name)))
        { ReadsBefore = new Occasion("taking blood in two parts") },
        new(At(11, 25), Ravi, "says goodbye",
            [.. Done("blood count", BloodCount), .. Done("typhoid test", Typhoid), .. Done("test for the antigen", Antigen), .. Done("test for the antibodies", Antibodies), .. Done("visit", Visit)]),
    ];

    private static IEnumerable<Step> Done(string what, CommitmentId commitment) =>
    [
        new($"States that the {what} is done.", new StateDone(commitment)),
        new("The husband says yes.", new Accept(commitment, Thanks)),
    ];

    private static Promise Test(int number, string words, string test) => new()
    {
        Words = Said(words),
        Terms = Terms(test),
        PromisedDue = Deadline.By(Local(14, 0), India, said: "by two o'clock"),
        Matter = Order($"test {number}"),
        Occasion = new Occasion("his wife, who has a fever"),
    };

    private static Promise Unclear(string words) => Test(3, words, "dengue test") with
    {
        Readings = [Words.Paraphrase("the dengue antigen"), Words.Paraphrase("the dengue antibodies")],
    };

    private static Promise InPart(string words, string test) => new() { Words = Said(words), Terms = Terms(test) };

    private static ValueList<Term> Terms(string test) => [Term.Of(test, true), AtHome];

    private static LookupKey Order(string item) => LookupKey.Of("order L-2214", item);

    private static Deadline Within(int minutes, Instant from) =>
        Deadline.Within(BusinessTime.FromMinutes(minutes), from, WorkingCalendar.AroundTheClock(India), said: $"within {minutes} minutes");

    private static Words Said(string text) => Words.Verbatim(text, Language.Of("en"));

    private static Instant At(int hour, int minute) => Local(hour, minute).InZoneStrictly(India).ToInstant();

    private static LocalDateTime Local(int hour, int minute) => new(2026, 11, 3, hour, minute);
}
