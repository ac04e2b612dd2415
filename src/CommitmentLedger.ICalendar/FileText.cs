using System.Text;

namespace CommitmentLedger.ICalendar;

/// <summary>Text values as the format escapes them.</summary>
internal static class FileText
{
    public static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) plain.Append(text[++i] is 'n' or 'N' ? ' ' : text[i]);
            else plain.Append(text[i]);
        }

        return plain.ToString().Trim();
    }
}
