using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Something that was said: verbatim, or as a paraphrase.</summary>
public sealed record Words
{
    /// <summary>The most characters that are kept of one utterance.</summary>
    public const int MaxLength = 4_000;

    [JsonConstructor]
    internal Words(string text, bool areVerbatim, Language? language)
    {
        _ = language?.ToString();
        (Text, AreVerbatim, Language) = (CommitmentLedger.Text.Prose(text, MaxLength, "What was said"), areVerbatim, language);
    }

    /// <summary>The text, 1 to 4,000 characters.</summary>
    public string Text { get; }

    /// <summary>Whether these are the very words.</summary>
    public bool AreVerbatim { get; }

    /// <summary>The language they were said in, or null when nobody noted it.</summary>
    public Language? Language { get; }

    /// <summary>The very words, as spoken or written.</summary>
    /// <exception cref="ArgumentException">The text is empty, too long or has characters that cannot be kept.</exception>
    public static Words Verbatim(string text, Language? language = null) => new(text, areVerbatim: true, language);

    /// <summary>The sense of what was said, in the words of whoever wrote it down.</summary>
    /// <exception cref="ArgumentException">The text is empty, too long or has characters that cannot be kept.</exception>
    public static Words Paraphrase(string text, Language? language = null) => new(text, areVerbatim: false, language);

    /// <summary>The words in quotation marks when they are verbatim, after "in short:" when they are not.</summary>
    public override string ToString() => AreVerbatim ? $"“{Text}”" : $"in short: {Text}";
}
