using System.Text;

namespace CommitmentLedger.ICalendar;

/// <summary>One logical line of an iCalendar file: <c>DTSTART;VALUE=DATE:20261225</c>.</summary>
/// <param name="Number">The line of the file on which it begins, from 1.</param>
/// <param name="Name">What comes before the first colon or semicolon, in upper case.</param>
/// <param name="Parameters">What comes between, by names in upper case.</param>
/// <param name="Value">What comes after the colon, as written.</param>
internal sealed record ContentLine(int Number, string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value)
{
    /// <summary>Splits a file into its lines; one that begins with a space or a tab continues the one before.</summary>
    /// <exception cref="BadLineException">A line is no content line.</exception>
    public static List<ContentLine> Read(string text)
    {
        var lines = new List<ContentLine>();
        var logical = new StringBuilder();
        int began = 0;
        int number = 0;
        for (ReadOnlySpan<char> rest = text.AsSpan().TrimStart('\uFEFF'); !rest.IsEmpty;)
        {
            number++;
            ReadOnlySpan<char> raw = Next(ref rest);
            if (raw is not [' ' or '\t', ..])
            {
                End();
                began = number;
                logical.Append(raw);
            }
            else if (logical.Length > 0)
            {
                logical.Append(raw[1..]);
            }
            else if (!raw.IsWhiteSpace())
            {
                throw new BadLineException(number, "This begins with a space and continues no line. Join it to the one before, or drop it.");
            }
        }

        End();
        return lines;

        void End()
        {
            if (logical.Length > 0) lines.Add(Split(began, logical.ToString()));
            logical.Clear();
        }
    }

    /// <summary>A parameter that is at most once there; null when it is not.</summary>
    public string? Parameter(string name)
    {
        string? found = null;
        foreach ((string key, string value) in Parameters)
        {
            if (key != name) continue;
            if (found is not null) throw new BadLineException(Number, $"{name} is there twice. Give it once.");
            found = value;
        }

        return found;
    }

    /// <summary>Takes the first line away. CR, LF and both end one; other characters that break lines are part of the text.</summary>
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> all = rest;
        int length = all.IndexOfAny('\r', '\n');
        if (length < 0)
        {
            rest = [];
            return all;
        }

        rest = all[(length + (all[length..] is ['\r', '\n', ..] ? 2 : 1))..];
        return all[..length];
    }

    private static ContentLine Split(int number, string line)
    {
        var parts = new List<string>();
        bool isQuoted = false;
        int from = 0;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') isQuoted = !isQuoted;
            if (isQuoted || line[i] is not (';' or ':')) continue;
            parts.Add(line[from..i]);
            from = i + 1;
            if (line[i] == ':') return new ContentLine(number, parts[0].ToUpperInvariant(), [.. parts.Skip(1).Select(Pair)], line[from..]);
        }

        throw new BadLineException(number, "There is no colon after the name. Write NAME:value.");

        KeyValuePair<string, string> Pair(string part)
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new BadLineException(number, "A parameter has no value. Write NAME;PARAMETER=value:value.");
            return new(part[..equals].ToUpperInvariant(), part[(equals + 1)..].Trim('"'));
        }
    }
}
