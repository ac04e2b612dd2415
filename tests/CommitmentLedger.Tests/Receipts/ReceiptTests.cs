using System.Globalization;

namespace CommitmentLedger.Tests.Receipts;

public class ReceiptTests
{
    private static Receipt Receipt()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("show the voucher")] });
        return CommitmentLedger.Receipt.For(story.Entries[0], story.It)!;
    }

    [Theory]
    [InlineData("en", "Your reference: ", "We promised you: Yes, four adults", "Before that, please see to: show the voucher", "Due: Sat 14 Nov 2026 15:00")]
    [InlineData("de-AT", "Ihre Kennung: ", "Wir haben Ihnen zugesagt: Yes, four adults", "Bitte erledigen Sie vorher: show the voucher", "Fällig: Sa")]
    [InlineData("es", "Su referencia: ", "Le hemos prometido: Yes, four adults", "Antes, por favor, ocúpese de: show the voucher", "Plazo: sáb")]
    [InlineData("sw", "Your reference: ", "We promised you: Yes, four adults", "Before that, please see to: show the voucher", "Due: ")]
    public void A_receipt_is_written_in_the_customers_language(string language, params string[] parts)
    {
        string text = Receipt().ToText(CultureInfo.GetCultureInfo(language));

        foreach (string part in parts) text.Should().Contain(part);
        text.Should().Contain(Receipt().Reference.ToString());
    }

    [Fact]
    public void Every_kind_of_receipt_has_its_words_in_every_language()
    {
        foreach (string language in new[] { "en", "de", "es" })
        {
            string[] texts = [.. Enum.GetValues<ReceiptKind>().Select(kind => (Receipt() with { Kind = kind, Due = null }).ToText(CultureInfo.GetCultureInfo(language)))];

            texts.Distinct().Count().Should().Be(texts.Length);
        }
    }

    [Fact]
    public void A_request_gets_a_receipt_that_promises_nothing()
    {
        var story = new Story();
        story.Given(new Request(story.Id, Some.Promise() with { PromisedDue = null }));

        CommitmentLedger.Receipt.For(story.Entries[0], story.It)!.ToString().Should().Contain("You asked us: ").And.NotContainAny("promised", "Due");
    }
}
