namespace CommitmentLedger;

/// <summary>A no, with its reason and a way out.</summary>
/// <param name="Code">The fact, as a stable snake_case code. The reference lists the codes of each verb in order of precedence.</param>
/// <param name="Message">The fact and what to do about it, in a sentence for a developer or a colleague; it holds no personal data.</param>
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

    /// <summary>Promises that could be given instead; empty when none is known.</summary>
    public ValueList<string> CounterOffers { get; init; }

    /// <summary>For reading aloud in a log: the code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
