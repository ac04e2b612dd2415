namespace CommitmentLedger;

/// <summary>A no, with its reason and a way out.</summary>
/// <param name="Code">What is so, as a stable snake_case code. The codes of each verb are listed in the reference in order of precedence.</param>
/// <param name="Message">What is so and what to do, in a sentence for a developer or a colleague; it holds no personal data.</param>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>The commitment that the refusal is about, or null.</summary>
    public CommitmentId? Commitment { get; init; }

    /// <summary>Where the commitment stood, or null when there was none.</summary>
    public Standing? Found { get; init; }

    /// <summary>
    /// The verbs that the commitment would allow now, the refused one left out, by the names that a client sends and in alphabetical order;
    /// empty when there is no commitment. <see cref="Verbs"/> has all of them.
    /// </summary>
    public ValueList<string> LegalNow { get; init; }

    /// <summary>The names that the message speaks of, such as all preconditions that are missing; empty when it speaks of none.</summary>
    public ValueList<string> Details { get; init; }

    /// <summary>What could be promised instead; empty when nothing is known.</summary>
    public ValueList<string> CounterOffers { get; init; }

    /// <summary>For reading aloud in a log: the code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
