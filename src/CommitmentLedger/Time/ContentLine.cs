using System.Runtime.InteropServices;
using System.Text;

namespace CommitmentLedger;

/// <summary>One logical line of an iCalendar file: <c>DTSTART;VALUE=DATE:20261225</c>.</summary>
/// <param name="Number">The line of the file on which it begins, from 1.</param>
/// <param name="Name">What comes before the first colon or semicolon, in upper case.</param>
/// <param name="Value">What comes after the colon, as written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentLine(int Number, string Name, string Value)
{
    /// <summary>What a line has beyond this is dropped: pictures and long descriptions, which no holiday needs.</summary>
    private const int MostCharacters = 2000;

    /// <summary>Splits a file into its lines; one that begins with a space or a tab continues the one before.</summary>
    public static List<ContentLine> Read(string text)
    {
        var lines = new List<ContentLine>();
        var logical = new StringBuilder();
        int began = 0;
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            bool continues = raw is [' ' or '\t', ..];
            if (!continues)
            {
                if (logical.Length > 0) lines.Add(Split(began, logical.ToString()));
                logical.Clear();
                began = number;
            }

            ReadOnlySpan<char> part = continues ? raw[1..] : raw;
            logical.Append(part[..Math.Min(part.Length, MostCharacters - logical.Length)]);
        }

        if (logical.Length > 0) lines.Add(Split(began, logical.ToString()));
        return lines;
    }

    private static ContentLine Split(int number, string line)
    {
        int colon = 0;
        bool isQuoted = false;
        while (colon < line.Length && (isQuoted || line[colon] != ':'))
        {
            if (line[colon] == '"') isQuoted = !isQuoted;
            colon++;
        }

        string name = line[..colon].Split(';', 2)[0].ToUpperInvariant();
        return new ContentLine(number, name, colon < line.Length ? line[(colon + 1)..] : string.Empty);
    }
}
