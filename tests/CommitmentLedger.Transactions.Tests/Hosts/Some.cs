using NodaTime;

namespace CommitmentLedger.Transactions.Tests.Hosts;

/// <summary>Who promises what in these tests.</summary>
internal static class Some
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 8, 0);

    public static readonly CustomerId Guest = CustomerId.Of("guest-7731");

    public static readonly Actor Desk = new(Team.Of("membership"), Person.Of("asha"), Channel.Phone);

    /// <summary>A promise about an order, found by its number.</summary>
    public static Promise PromiseAbout(string number) => new()
    {
        Words = Words.Verbatim($"Your order {number} comes on Wednesday."),
        Terms = [Term.Of("delivered", true)],
        PromisedDue = Deadline.At(Monday + Duration.FromDays(2), DateTimeZone.Utc),
        Matter = LookupKey.Of("order", number),
    };

    /// <summary>Gives it to the usual customer, by the usual desk.</summary>
    public static Task<Receipt> PromiseAsync(this Ledger ledger, string number, CommitmentId? id = null, CustomerId? customer = null) =>
        ledger.ActingAs(Desk).For(customer ?? Guest).PromiseAsync(id ?? CommitmentId.New(), PromiseAbout(number));
}
