namespace CommitmentLedger.Time;

/// <summary>The limits on text within a calendar, a deadline or a clock.</summary>
internal static class BoundedText
{
    public const int MaxNameLength = 100;
    public const int MaxSayingLength = 500;

    /// <summary>The fault of the text, as the end of a sentence that begins with its name; null when there is none.</summary>
    public static string? Problem(string? text, int longest) => Text.IdentifierProblem(text, longest);

    public static string Require(string? text, int longest, string field) => Text.Identifier(text, longest, $"The {field}", field);
}
