using System.Globalization;
using System.Text;

namespace CommitmentLedger;

/// <summary>A receipt as text in the customer's language.</summary>
internal static class ReceiptText
{
    public static string Of(Receipt receipt, CultureInfo language)
    {
        bool isHeard = receipt.Kind is ReceiptKind.Request or ReceiptKind.Claim or ReceiptKind.Account;
        var text = new StringBuilder();
        Line("Reference", receipt.Reference.ToString());
        Line(receipt.Kind.ToString(), StoredText.OnOneLine(receipt.Words.Text));
        if (!receipt.Terms.IsEmpty)
            Line(receipt.Kind is ReceiptKind.Account ? "RecordedTerms" : "Terms", string.Join(", ", receipt.Terms.Select(term => TermText.Of(term, language))));
        if (!receipt.CustomersSteps.IsEmpty) Line("CustomersSteps", string.Join(", ", receipt.CustomersSteps.Select(StoredText.OnOneLine)));
        if (receipt.Due is { } due) Line(receipt.Kind is ReceiptKind.Request ? "WantedDue" : "Due", due.ToText(language) + Counted(due, language));
        else if (receipt.Kind is not (ReceiptKind.Request or ReceiptKind.Assurance)) Line("Due", Wording.Of("NoDate", language));
        if (receipt.AnswerDue is { } answer) Line("AnswerDue", answer.ToText(language) + Counted(answer, language));
        Line(isHeard ? "HeardBy" : "From", StoredText.OnOneLine(receipt.By.Team.ToString()), last: true);
        return text.ToString();

        void Line(string label, string content, bool last = false)
        {
            text.Append(Wording.Of(label, language)).Append(": ").Append(content);
            if (!last) text.AppendLine();
        }
    }

    private static string Counted(Deadline due, CultureInfo language)
    {
        if (due.Calendar is not { } calendar) return string.Empty;
        return ", " + (due.IsAroundTheClock
            ? Wording.Of("AroundTheClock", language)
            : string.Format(language, Wording.Of("ByHours", language), StoredText.OnOneLine(calendar.Name), calendar.Version));
    }
}
