using NodaTime;

namespace CommitmentLedger.Tests;

/// <summary>Valid things to start a test from.</summary>
internal static class Some
{
    public static readonly DateTimeZone Dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];

    /// <summary>Monday 2 November 2026, 10:00 in Dubai.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 2, 6, 0);

    /// <summary>Saturday 14 November 2026, 15:00 in Dubai: check-in.</summary>
    public static readonly Instant CheckIn = Instant.FromUtc(2026, 11, 14, 11, 0);

    public static readonly WorkingCalendar CentreHours =
        new WorkingCalendar("testing centre", 3, Dubai).WithEveryDay(OpenInterval.Parse("08:00-20:00"));

    public static readonly Calendars Calendars = new([CentreHours]);

    public static readonly CustomerId Guest = CustomerId.Of("guest-7731");

    public static readonly Actor Membership = new(Team.Of("membership"), Person.Of("asha"), Channel.Phone);
    public static readonly Actor PhoneLine = new(Team.Of("hotel phone line"), Channel.Phone);
    public static readonly Actor Reception = new(Team.Of("reception"), Person.Of("noor"), Channel.InPerson);
    public static readonly Actor Housekeeping = new(Team.Of("housekeeping"), Channel.System);

    public static readonly LookupKey Booking = LookupKey.Booking("HX-2291");

    public static Deadline Due(Instant? at = null) => Deadline.At(at ?? CheckIn, Dubai);

    public static Promise Promise(params Term[] terms) => new()
    {
        Words = CommitmentLedger.Words.Verbatim("Yes, four adults can stay, and we will put in two extra beds."),
        Terms = terms.Length > 0 ? [.. terms] : [Term.Of("adults", 4), Term.Of("extra-beds", 2)],
        PromisedDue = Due(),
        Matter = Booking,
    };

    public static Words Words(string text = "so it was said") => CommitmentLedger.Words.Verbatim(text);

    public static CustomersYes Yes(string text = "Yes, that is what I was promised.") => CustomersYes.Heard(Channel.Phone, Words(text));

    /// <summary>The customer was told on Monday, by email, that silence counts from check-in.</summary>
    public static SilenceAgrees Silence(Instant? from = null) => new(Due(from), Channel.Email, Monday);

    public static Consent Consent() => new("the guest", Words("the new price list"));
}
