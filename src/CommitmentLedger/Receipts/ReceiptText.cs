using System.Globalization;
using System.Resources;
using System.Text;

namespace CommitmentLedger;

/// <summary>A receipt as text in the customer's language.</summary>
internal static class ReceiptText
{
    private static readonly ResourceManager Wording = new("CommitmentLedger.ReceiptText", typeof(ReceiptText).Assembly);

    public static string Of(Receipt receipt, CultureInfo language)
    {
        var text = new StringBuilder();
        Line("Reference", receipt.Reference.ToString());
        Line(receipt.Kind.ToString(), receipt.Words.Text);
        if (!receipt.Terms.IsEmpty) Line("Terms", string.Join(", ", receipt.Terms));
        if (!receipt.CustomersSteps.IsEmpty) Line("CustomersSteps", string.Join(", ", receipt.CustomersSteps));
        if (receipt.Due is { } due) Line("Due", due.ToText(language) + Counted(due));
        else if (receipt.Kind is not ReceiptKind.Request) Line("Due", Word("NoDate"));
        Line("From", receipt.By.Team.ToString(), last: true);
        return text.ToString();

        void Line(string label, string content, bool last = false)
        {
            text.Append(Word(label)).Append(": ").Append(content);
            if (!last) text.AppendLine();
        }

        string Counted(Deadline due) => due.Calendar is { } calendar ? ", " + string.Format(language, Word(due.IsAroundTheClock ? "AroundTheClock" : "ByHours"), calendar) : string.Empty;

        string Word(string name) => Wording.GetString(name, language)!;
    }
}
