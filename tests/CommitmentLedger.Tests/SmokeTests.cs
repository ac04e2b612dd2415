using CommitmentLedger.Storage;
using NodaTime;
using Xunit.Abstractions;

namespace CommitmentLedger.Tests;

public class SmokeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Walks()
    {
        var store = new InMemoryLedgerStore();
        await using var ledger = new Ledger(store);
        var guest = CustomerId.Of("guest-7731");
        var membership = ledger.ActingAs(new Actor(Team.Of("membership"), Person.Of("asha"), Channel.Phone));
        var phone = ledger.ActingAs(new Actor(Team.Of("hotel phone line"), Channel.Phone));
        var promise = new Promise
        {
            Words = Words.Verbatim("Yes, four adults can stay, and we will put in two extra beds."),
            Terms = [Term.Of("adults", 4), Term.Of("extra-beds", 2)],
            PromisedDue = Deadline.At(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(2), DateTimeZoneProviders.Tzdb["Asia/Dubai"]),
            Matter = LookupKey.Booking("HX-2291"),
        };
        var id = CommitmentId.New();
        Receipt receipt = await membership.PromiseAsync(id, guest, promise);
        output.WriteLine(receipt.ToString());
        Receipt again = await membership.PromiseAsync(id, guest, promise);
        again.Should().Be(receipt);
        Receipt second = await phone.PromiseAsync(CommitmentId.New(), guest, promise with { Words = Words.Verbatim("Certainly: four adults.") });
        output.WriteLine(second.ToString());
        await phone.AskAgainAsync(guest, id);
        await phone.AskAgainAsync(guest, id);
        Briefing b = await phone.BriefAsync(guest, new Occasion("check-in"));
        output.WriteLine(b.ToText());
        await ledger.FlushAsync();
        await foreach (Entry e in ledger.HistoryAsync(guest)) output.WriteLine($"{e.Version} {e.Event}");
        await foreach (var e in store.ReadHistoryAsync(StreamKey.ForCustomer(TenantId.Of("default"), guest), 0, default)) output.WriteLine(System.Text.Encoding.UTF8.GetString(e.Body.Span));
        var l = await store.LoadAsync(StreamKey.ForCustomer(TenantId.Of("default"), guest), LoadScope.OpenOnly, default);
        output.WriteLine(System.Text.Encoding.UTF8.GetString(l!.Commitments[0].State.Span));
        output.WriteLine(System.Text.Encoding.UTF8.GetString(l!.Record.Span));
    }
}
