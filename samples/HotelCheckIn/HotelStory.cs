using CommitmentLedger;
using CommitmentLedger.Commands;
using CommitmentLedger.Time;
using NodaTime;

namespace HotelCheckIn;

/// <summary>What was said to one guest before a Saturday check-in, by whom, and when. Ids are fixed, so that telling it again repeats it.</summary>
internal static class HotelStory
{
    public static readonly DateTimeZone Dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
    public static readonly CustomerId Guest = CustomerId.Of("guest-7731");

    private static readonly Actor Membership = new(Team.Of("membership"), Person.Of("asha"), Channel.Phone);
    private static readonly Actor PhoneLine = new(Team.Of("hotel phone line"), Channel.Phone);
    private static readonly Actor Reception = new(Team.Of("reception"), Person.Of("noor"), Channel.InPerson);

    private static readonly Term Adults = Term.Of("adults", 4);
    private static readonly Term ExtraBeds = Term.Of("extra-beds", 2);

    private static readonly CommitmentId FourAdults = CommitmentId.Parse("0192f0c2-6a10-7c31-9d55-0a4f5b7c1e01");

    public static Chapter CheckIn { get; } = new(At(14, 14, 40), Reception, []);

    /// <summary>The chapters up to Saturday, in the order in which they happened.</summary>
    public static IReadOnlyList<Chapter> Chapters { get; } =
    [
        new(At(2, 10, 14), Membership, [Promise("01", FourAdults, "Yes, four adults can stay in the room, and we will put in two extra beds.", Adults, ExtraBeds)]),
        new(At(5, 18, 40), PhoneLine, [Promise("02", CommitmentId.Parse("0192f0c2-6a10-7c31-9d55-0a4f5b7c1e02"), "Certainly, madam: four adults. The beds I cannot see from here.", Adults)]),
        new(At(9, 9, 5), PhoneLine, [AskAgain("03", "Four adults, not three? The other hotels say three.")]),
        new(At(12, 16, 30), Membership, [AskAgain("04", "I have told my family. You are really sure?")]),
        new(At(14, 9, 0), Reception, [new Rely(FourAdults, Words.Verbatim("All four are on the road since six this morning.")) { Id = Command("05") }]),
    ];

    private static MakePromise Promise(string command, CommitmentId id, string words, params Term[] terms) => new(id, new Promise
    {
        Words = Words.Verbatim(words, Language.Of("en")),
        Terms = [.. terms],
        PromisedDue = Deadline.By(new LocalDateTime(2026, 11, 14, 15, 0), Dubai, said: "at check-in on Saturday"),
        Matter = LookupKey.Booking("HX-2291"),
        Occasion = new Occasion("free night with the family"),
        Beneficiaries = 3,
    })
    { Id = Command(command) };

    private static AskAgain AskAgain(string command, string words) => new(FourAdults, Words.Verbatim(words)) { Id = Command(command) };

    private static CommandId Command(string number) => CommandId.Parse($"0192f0c2-6a10-7c31-9d55-0000000000{number}");

    private static Instant At(int day, int hour, int minute) => new LocalDateTime(2026, 11, day, hour, minute).InZoneStrictly(Dubai).ToInstant();
}

/// <summary>What somebody records at one moment of the story.</summary>
internal sealed record Chapter(Instant At, Actor By, IReadOnlyList<Command> Commands);
