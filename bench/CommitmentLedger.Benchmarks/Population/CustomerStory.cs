using CommitmentLedger.Commands;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>What happened to the customers who are measured with: promises kept in the past, and promises still open.</summary>
internal static class CustomerStory
{
    /// <summary>The commitments that each ordinary customer still has open.</summary>
    public const int Open = 10;

    /// <summary>The commitments that each ordinary customer had before.</summary>
    public const int Closed = 10;

    private const ulong FirstReference = 1_000_000_000;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Dubai"];

    private static readonly Actor[] Teams =
    [
        new(Team.Of("membership"), Person.Of("asha"), Channel.Phone),
        new(Team.Of("hotel phone line"), Channel.Phone),
        new(Team.Of("reception"), Person.Of("noor"), Channel.InPerson),
        new(Team.Of("branch"), Person.Of("ravi"), Channel.InPerson),
        new(Team.Of("self-service"), Channel.SelfService),
    ];

    private static readonly Words[] Said =
    [
        Words.Verbatim("Yes, four adults can stay, and we will put in two extra beds."),
        Words.Verbatim("We will call you back before noon."),
        Words.Paraphrase("The card will be replaced without a fee, and it will be at the branch for collection on Thursday."),
        Words.Verbatim("Late check-out until three, no charge."),
        Words.Paraphrase("The courier comes between ten and twelve, rings twice and waits for five minutes."),
    ];

    /// <summary>The stream of a customer of a number who has so many commitments.</summary>
    public static StreamAppend Of(TenantId tenant, CustomerId customer, long number, int open, int closed, Instant now)
    {
        var stream = new StreamBuilder(tenant, customer, FirstReference + ((ulong)number * (Open + (2 * Closed))));
        Instant start = now - Duration.FromDays(400);
        for (int index = 0; index < closed; index++) Keep(stream, number, index, start + (Duration.FromDays(360) * index / closed));
        for (int index = 0; index < open; index++) Promise(stream, number, closed + index, now - Duration.FromDays(20) + Duration.FromHours(index), Duration.FromDays(25 + index));
        return stream.Build();
    }

    /// <summary>A promise with two terms, a date and a matter of its own, so that it contradicts and repeats no other.</summary>
    public static Promise PromiseOf(long number, Instant due) => new()
    {
        Words = Said[number % Said.Length],
        Terms = [Term.Of("adults", 4), Term.Of("extra-beds", 2)],
        PromisedDue = Deadline.At(due, Zone),
        Matter = LookupKey.Booking($"HX-{number}"),
    };

    /// <summary>Who makes the promise of a number.</summary>
    public static Actor TeamOf(long number) => Teams[number % Teams.Length];

    private static CommitmentId Promise(StreamBuilder stream, long number, int index, Instant at, Duration time)
    {
        long matter = (number * 10_000) + index;
        var id = new CommitmentId(Guid.CreateVersion7(at.ToDateTimeOffset()));
        stream.Do(new MakePromise(id, PromiseOf(matter, at + time)), TeamOf(matter), at);
        if (index % 5 == 0) stream.Do(new AskAgain(id, Words.Verbatim("You are really sure?")), TeamOf(matter + 1), at + Duration.FromHours(2));
        return id;
    }

    private static void Keep(StreamBuilder stream, long number, int index, Instant at)
    {
        CommitmentId id = Promise(stream, number, index, at, Duration.FromDays(2));
        stream.Do(new StateDone(id), TeamOf(index), at + Duration.FromDays(1));
        stream.Do(new Accept(id), TeamOf(index + 1), at + Duration.FromDays(1) + Duration.FromHours(1));
    }
}
