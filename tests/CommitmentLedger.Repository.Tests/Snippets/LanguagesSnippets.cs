using System.Globalization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to languages and zones shows, compiled and run, and what it prints.</summary>
public sealed class LanguagesSnippets
{
    private const string Page = "docs/guides/languages-and-zones.md";

    [Fact]
    public async Task A_receipt_is_written_in_the_customers_language_and_zone()
    {
        var output = new StringWriter { NewLine = "\n" };
        #region ZonesOfTwoDates
        DateTimeZone dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
        DateTimeZone berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var promise = new Promise
        {
            Words = Words.Verbatim("Wir rufen Sie bis 15 Uhr an.", Language.Of("de")),
            Terms = [Term.AtLeast("Angebote", 2)],
            PromisedDue = Deadline.By(new LocalDateTime(2099, 1, 14, 15, 0), dubai), // by the customer's clock
            InternalTarget = Deadline.By(new LocalDateTime(2099, 1, 14, 11, 0), berlin), // by the team's clock
        };
        #endregion
        #region ZoneOfBriefings
        var options = new LedgerOptions { Zone = berlin };
        #endregion
        await using var ledger = new Ledger(new InMemoryLedgerStore(), options);
        CustomerLedger desk = ledger.ActingAs(new Actor(Team.Of("sales"), Channel.Phone)).For(CustomerId.Of("guest-7731"));
        Receipt receipt = await desk.PromiseAsync(CommitmentId.New(), promise);
        #region ReceiptInGerman
        output.WriteLine(receipt.ToText(CultureInfo.GetCultureInfo("de-DE")));
        #endregion
        Briefing briefing = await desk.BriefAsync(new Occasion("call"));

        string printed = output.ToString().Replace(receipt.Reference.ToString(), "K7PM-4RXC", StringComparison.Ordinal);
        Repo.Read(Page).Should().Contain($"<!-- output: ReceiptInGerman -->\n```text\n{printed}```\n");
        receipt.ToText(CultureInfo.GetCultureInfo("fr-FR")).Should().Contain("Your reference").And.Contain("janv", "dates are written in the way of the culture, labels in English");
        receipt.ToText(CultureInfo.GetCultureInfo("es-ES")).Should().NotContain("Your reference");
        briefing.Lines.Should().ContainSingle().Which.Urgency.Should().Contain("15:00 (Asia/Dubai)", "the zone is named where it is not the briefing's");
    }

    [Fact]
    public void An_instant_without_a_zone_is_told_at_another_time()
    {
        Instant due = Instant.FromUtc(2099, 1, 14, 11, 0);
        DateTimeZone customersZone = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
        #region ZoneWrong
        Deadline told = Deadline.At(due, DateTimeZone.Utc); // Wrong: the customer in Dubai reads 11:00.
        #endregion
        #region ZoneRight
        Deadline right = Deadline.At(due, customersZone); // The customer in Dubai reads 15:00.
        #endregion

        told.ToText().Should().Contain("11:00");
        right.ToText().Should().Contain("15:00 (Asia/Dubai)");
    }
}
