using Microsoft.AspNetCore.Http;
using NodaTime;

namespace CommitmentLedger.AspNetCore.Tests.Snippets;

#region PromiseForm
internal sealed record PromiseForm(string Words, DateTime DueLocal, string Zone, string? Booking)
{
    public Promise ToPromise()
    {
        try
        {
            return new Promise
            {
                Words = CommitmentLedger.Words.Verbatim(Words),
                PromisedDue = Deadline.By(LocalDateTime.FromDateTime(DueLocal), DateTimeZoneProviders.Tzdb[Zone]),
                Matter = Booking is null ? null : LookupKey.Booking(Booking),
            };
        }
        catch (Exception wrong) when (wrong is ArgumentException or NodaTime.TimeZones.DateTimeZoneNotFoundException)
        {
            throw new BadHttpRequestException(wrong.Message, wrong);
        }
    }
}
#endregion
