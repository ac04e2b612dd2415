using System.Text;

namespace CommitmentLedger.Time;

/// <summary>Splits a line into words; a word in quotes may hold spaces, and a backslash before a quote or a backslash.</summary>
internal sealed class TextWords(string text)
{
    private int _at;

    public bool AtEnd => _at >= text.Length;

    /// <summary>The next word.</summary>
    /// <exception cref="FormatException">The text has ended, or a quote has no end.</exception>
    public string Next(string field)
    {
        if (_at > 0 && !AtEnd) _at++;
        if (AtEnd) throw new FormatException($"the text ends before '{field}'");
        if (text[_at] == '"') return Quoted(field);
        int end = text.IndexOf(' ', _at);
        if (end < 0) end = text.Length;
        string word = text[_at..end];
        _at = end;
        return word;
    }

    public void Expect(string word)
    {
        string next = Next(word);
        if (next != word) throw new FormatException($"'{word}' is expected where the text has '{next}'");
    }

    public string After(string word)
    {
        Expect(word);
        return Next(word);
    }

    private string Quoted(string field)
    {
        var word = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && ++_at == text.Length) break;
            word.Append(text[_at]);
        }

        if (AtEnd) throw new FormatException($"the quote after '{field}' has no end");
        _at++;
        if (!AtEnd && text[_at] != ' ') throw new FormatException($"a space is expected after the quote of '{field}'");
        return word.ToString();
    }
}
