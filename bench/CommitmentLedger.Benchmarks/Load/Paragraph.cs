using System.Text;

namespace CommitmentLedger.Benchmarks;

/// <summary>Breaks text into lines that fit on a screen.</summary>
internal static class Paragraph
{
    private const int MaxLength = 140;

    /// <summary>The text as one item of a Markdown list, its further lines indented.</summary>
    public static string Item(string text)
    {
        var result = new StringBuilder("-");
        int length = 1;
        foreach (string word in text.Split(' '))
        {
            if (length + 1 + word.Length > MaxLength)
            {
                result.Append("\n ");
                length = 1;
            }

            result.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        return result.ToString();
    }
}
