using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The words given and what they oblige us to.</summary>
public sealed record Promise
{
    /// <summary>The most terms that one promise has; split what has more.</summary>
    public const int MaxTerms = 50;

    /// <summary>The most lookup keys that one promise has, its matter not counted.</summary>
    public const int MaxLookupKeys = 10;

    /// <summary>What was said, verbatim or paraphrased.</summary>
    public required Words Words { get; init; }

    /// <summary>The conditions that the customer can check, at most 50, each name once per comparison. Without any, the words alone are judged.</summary>
    public ValueList<Term> Terms { get; init; }

    /// <summary>When the customer asked for it, in the customer's zone. Never a target of ours.</summary>
    public Deadline? RequestedBy { get; init; }

    /// <summary>What we said. Never changed, only superseded by renegotiation. Null makes the promise vague.</summary>
    public Deadline? PromisedDue { get; init; }

    /// <summary>What we plan inside, in the team's zone; no customer sees it.</summary>
    public Deadline? InternalTarget { get; init; }

    /// <summary>What it is about: the booking, order or account. Promises about the same matter are compared with each other.</summary>
    public LookupKey? Matter { get; init; }

    /// <summary>Further keys that the customer may name to find it, at most 10.</summary>
    public ValueList<LookupKey> LookupKeys { get; init; }

    /// <summary>The terms in one line: <c>4 adults, 2 extra beds</c>; the words when there are none.</summary>
    [JsonIgnore]
    public string Summary => Terms.IsEmpty ? Words.Text : string.Join(", ", Terms);

    /// <summary>Whether both are about the same matter and a term of one excludes a term of the other, or they name different deadlines for the same terms.</summary>
    public bool Contradicts(Promise other) =>
        IsAboutTheSameMatter(other) && (Terms.Any(term => other.Terms.Any(term.Contradicts)) || (Terms == other.Terms && !IsDueWith(other)));

    /// <summary>Whether this says nothing that the other does not say: the same matter, only terms that the other has, the same deadline or none.</summary>
    internal bool OnlyRepeats(Promise other) =>
        IsAboutTheSameMatter(other) && !Terms.IsEmpty && Terms.All(other.Terms.Contains) && (PromisedDue is null || IsDueWith(other));

    private bool IsAboutTheSameMatter(Promise other) => Matter is not null && other.Matter is not null && Matter.Finds(other.Matter);

    private bool IsDueWith(Promise other) => PromisedDue?.Due == other.PromisedDue?.Due;
}
