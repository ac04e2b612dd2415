using System.Globalization;
using NodaTime;

namespace CommitmentLedger.Tests.Receipts;

/// <summary>What the customer reads, to the letter.</summary>
public class ReceiptTextTests
{
    private const string Isolated = "\u2067";
    private const string End = "\u2069";

    private static readonly PromiseReference Code = PromiseReference.FromNumber(7);

    private static readonly Receipt Full = new(
        ReceiptKind.Promise,
        CommitmentId.New(),
        Code,
        Some.Words("Yes, four adults can stay."),
        [
            Term.Of("adults", 4.0m), Term.Of("extra-beds", 1), Term.Of("hours", 1.500m), Term.Of("points", 1500), Term.AtMost("Preis-EUR", 49.90m),
            Term.AtLeast("nights", 3), Term.Of("breakfast", false), Term.Of("late-check-out", true), Term.Place("Dubai Mall"),
        ],
        ["show the voucher"],
        Deadline.Between(new LocalDateTime(2026, 11, 20, 10, 0), new LocalDateTime(2026, 11, 20, 12, 0), Some.Dubai),
        Some.Membership,
        Some.Monday);

    [Theory]
    [InlineData("", """
        Your reference: {0}
        We promised you: Yes, four adults can stay.
        That means: 4 adults, extra beds: 1, 1.5 hours, 1,500 points, at most 49.90 Preis EUR, at least 3 nights, no breakfast, late check out, place: Dubai Mall
        Before that, please see to: show the voucher
        Due: Fri 20 Nov 2026 10:00–12:00 (Asia/Dubai)
        From: membership
        """)]
    [InlineData("de", """
        Ihre Kennung: {0}
        Wir haben Ihnen zugesagt: Yes, four adults can stay.
        Das heißt: 4 adults, extra beds: 1, 1,5 hours, 1.500 points, höchstens 49,90 Preis EUR, mindestens 3 nights, ohne breakfast, late check out, Ort: Dubai Mall
        Bitte erledigen Sie vorher: show the voucher
        Fällig: Freitag, 20. November 2026 10:00–12:00 (Asia/Dubai)
        Von: membership
        """)]
    [InlineData("es", """
        Su referencia: {0}
        Le hemos prometido: Yes, four adults can stay.
        Es decir: 4 adults, extra beds: 1, 1,5 hours, 1500 points, como máximo 49,90 Preis EUR, al menos 3 nights, sin breakfast, late check out, lugar: Dubai Mall
        Antes, por favor, ocúpese de: show the voucher
        Plazo: viernes, 20 de noviembre de 2026 10:00–12:00 (Asia/Dubai)
        De parte de: membership
        """)]
    [InlineData("fa-IR", """
        Your reference: {0}
        We promised you: Yes, four adults can stay.
        That means: 4 adults, extra beds: 1, 1.5 hours, 1,500 points, at most 49.90 Preis EUR, at least 3 nights, no breakfast, late check out, place: Dubai Mall
        Before that, please see to: show the voucher
        Due: {1}جمعه 20 نوامبر 2026 10:00–12:00{2} (Asia/Dubai)
        From: membership
        """)]
    public void A_receipt_is_in_one_language_from_the_first_line_to_the_last(string language, string expected) =>
        Full.ToText(CultureInfo.GetCultureInfo(language)).Should().Be(string.Format(CultureInfo.InvariantCulture, expected, Code, Isolated, End).ReplaceLineEndings());

    [Theory]
    [InlineData(ReceiptKind.Request, "The date you asked for: Mon 2 Nov 2026 12:00 (Asia/Dubai), counted by the hours of testing centre version 3", "Noted by: membership")]
    [InlineData(ReceiptKind.Promise, "Due: Mon 2 Nov 2026 12:00 (Asia/Dubai), counted by the hours of testing centre version 3", "From: membership")]
    [InlineData(ReceiptKind.Assurance, "Due: Mon 2 Nov 2026 12:00 (Asia/Dubai), counted by the hours of testing centre version 3", "From: membership")]
    [InlineData(ReceiptKind.Claim, "Due: Mon 2 Nov 2026 12:00 (Asia/Dubai), counted by the hours of testing centre version 3", "Noted by: membership")]
    [InlineData(ReceiptKind.Account, "Our record says: 4 adults", "Noted by: membership")]
    public void What_the_customer_said_is_not_told_as_if_it_came_from_us(ReceiptKind kind, params string[] lines)
    {
        Deadline counted = Deadline.Within(BusinessTime.FromHours(2), Some.Monday, Some.CentreHours);

        (Full with { Kind = kind, Terms = [Term.Of("adults", 4)], Due = counted }).ToString().Split(Environment.NewLine).Should().Contain(lines);
    }

    [Theory]
    [InlineData("de", "gerechnet nach den Zeiten von testing centre, Fassung 3")]
    [InlineData("es", "contando el horario de testing centre, versión 3")]
    public void The_version_of_the_calendar_is_told_in_the_language(string language, string expected)
    {
        Deadline counted = Deadline.Within(BusinessTime.FromHours(2), Some.Monday, Some.CentreHours);

        (Full with { Due = counted }).ToText(CultureInfo.GetCultureInfo(language)).Should().Contain(expected).And.NotContain("testing centre version");
    }

    [Theory]
    [InlineData("en", "12345678.50", "12,345,678.5 points")]
    [InlineData("en-IN", "12345678.50", "1,23,45,678.5 points")]
    [InlineData("de-CH", "12345678.50", "12’345’678.5 points")]
    [InlineData("ar-SA", "12345678.50", "12,345,678.5 points")]
    [InlineData("es", "9999.5", "9999,5 points")]
    [InlineData("es", "10000", "10.000 points")]
    [InlineData("de", "-1500.10", "-1.500,1 points")]
    [InlineData("de", "0.0000000000000000000000000001", "0,0000000000000000000000000001 points")]
    [InlineData("de", "1.00", "points: 1")]
    [InlineData("de", "0.00", "0 points")]
    public void A_number_is_written_as_the_language_writes_it(string language, string number, string expected) =>
        (Full with { Terms = [Term.Of("points", decimal.Parse(number, CultureInfo.InvariantCulture))] })
            .ToText(CultureInfo.GetCultureInfo(language)).Should().Contain(": " + expected);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\t\n\t")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u001c")]
    [InlineData("\u202e")]
    [InlineData("\u2069")]
    public void Words_cannot_make_a_line_of_the_receipt(string trick)
    {
        string told = StoredText.OnOneLine($"Yes.{trick}Due: Mon 1 Jan 2029 10:00");

        told.Should().BeOneOf("Yes. Due: Mon 1 Jan 2029 10:00", "Yes.Due: Mon 1 Jan 2029 10:00");
    }

    [Fact]
    public void However_the_words_are_broken_the_receipt_has_its_own_lines_and_no_more()
    {
        string text = (Full with { Words = Some.Words("Yes.\nDue: Mon 1 Jan 2029 10:00\r\n\tFrom: the director   ") }).ToString();

        text.Split(Environment.NewLine).Should().HaveCount(6).And.Contain("We promised you: Yes. Due: Mon 1 Jan 2029 10:00 From: the director");
    }

    [Fact]
    public void Words_from_right_to_left_are_set_apart_and_cannot_turn_ours()
    {
        string text = (Full with { Words = Some.Words("\u202eنعم\u202c، أربعة") }).ToString();

        text.Should().Contain("We promised you: \u2068نعم، أربعة\u2069" + Environment.NewLine);
    }

    [Fact]
    public void Whole_money_has_no_cents() =>
        (Full with { Terms = [Term.Of("refund-EUR", 1500)] }).ToString().Should().Contain("That means: 1,500 refund EUR" + Environment.NewLine);

    [Fact]
    public void A_promise_without_a_date_says_so() => (Full with { Due = null }).ToString().Should().Contain("Due: no date was given");
}
