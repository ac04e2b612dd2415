#region FirstPromise
using CommitmentLedger;
using CommitmentLedger.Time;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

DateTimeZone dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
var services = new ServiceCollection();
services.AddCommitmentLedger(options => options.Zone = dubai).UseSqlite("promises.db");
await using ServiceProvider provider = services.BuildServiceProvider();
var ledger = provider.GetRequiredService<Ledger>();

LocalDateTime checkIn = SystemClock.Instance.GetCurrentInstant().InZone(dubai).Date.PlusDays(5).At(new LocalTime(15, 0));
var guest = CustomerId.Of("guest-7731");

// The membership team promises on the telephone. Make the id before the first try: repeated with it, the promise is never doubled.
CommitmentId fourAdults = CommitmentId.New();
var asha = ledger.ActingAs(new Actor(Team.Of("membership"), Person.Of("asha"), Channel.Phone));
Receipt receipt = await asha.For(guest).PromiseAsync(fourAdults, new Promise
{
    Words = Words.Verbatim("Yes, four adults can stay in the room, and we will put in two extra beds."),
    Terms = [Term.Of("adults", 4), Term.Of("extra-beds", 2)],
    PromisedDue = Deadline.By(checkIn, dubai),
    Matter = LookupKey.Booking("HX-2291"),
});
Console.WriteLine(receipt);
Console.WriteLine();

// The front office answers the same question differently. Both answers were given, so both are kept.
var marco = ledger.ActingAs(new Actor(Team.Of("front office"), Person.Of("marco"), Channel.Email));
await marco.For(guest).PromiseAsync(CommitmentId.New(), new Promise
{
    Words = Words.Paraphrase("The room takes three adults."),
    Terms = [Term.Of("adults", 3)],
    PromisedDue = Deadline.By(checkIn, dubai),
    Matter = LookupKey.Booking("HX-2291"),
});

// Reception reads the briefing before the guest reaches the desk.
var noor = ledger.ActingAs(new Actor(Team.Of("reception"), Person.Of("noor"), Channel.InPerson));
Console.WriteLine(await noor.For(guest).BriefAsync(new Occasion("check-in")));
#endregion
