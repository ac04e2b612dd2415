using System.Text;

namespace HandoffDesk;

/// <summary>Texts side by side, for a terminal of 120 characters.</summary>
internal static class Columns
{
    private const int Width = 38;
    private const string Between = " │ ";
    private const string Rule = "─┼─";

    /// <summary>Rows of texts, a rule between two rows. Long lines go on in the next line, further in than they began.</summary>
    public static string SideBySide(params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        string rule = string.Join(Rule, rows[0].Select(_ => new string('─', Width)));
        return string.Join(rule + Environment.NewLine, rows.Select(Row)).TrimEnd();
    }

    private static string Row(IReadOnlyList<string> texts)
    {
        string[][] columns = [.. texts.Select(text => text.Split(Environment.NewLine).SelectMany(Wrapped).ToArray())];
        var row = new StringBuilder();
        for (int number = 0; number < columns.Max(column => column.Length); number++)
            row.AppendLine(string.Join(Between, columns.Select(column => (column.ElementAtOrDefault(number) ?? string.Empty).PadRight(Width))).TrimEnd());
        return row.ToString();
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        string text = line;
        string indent = new(' ', line.Length - line.TrimStart().Length + 2);
        while (text.Length > Width)
        {
            int blank = text.LastIndexOf(' ', Width);
            int end = blank > indent.Length ? blank : Width;
            yield return text[..end];
            text = indent + text[end..].TrimStart();
        }

        yield return text;
    }
}
