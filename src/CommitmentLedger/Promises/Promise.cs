using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The words given and what they oblige us to. Before they are given, the same says what is asked for or offered.</summary>
public sealed record Promise
{
    /// <summary>The most terms that one promise has; split what has more.</summary>
    public const int MaxTerms = 50;

    /// <summary>The most lookup keys that one promise has, its matter not counted.</summary>
    public const int MaxLookupKeys = 10;

    /// <summary>The most preconditions, choices or readings that one promise has.</summary>
    public const int MaxConditions = 20;

    /// <summary>The words, verbatim or paraphrased.</summary>
    public required Words Words { get; init; }

    /// <summary>The conditions that the customer can check, at most 50. Without any, the words alone are judged.</summary>
    public ValueList<Term> Terms { get; init; }

    /// <summary>The preconditions, at most 20. With any, the promise is conditional until all are met.</summary>
    public ValueList<Precondition> Preconditions { get; init; }

    /// <summary>The choices left to the customer, at most 20.</summary>
    public ValueList<Choice> Choices { get; init; }

    /// <summary>The possible meanings of the words, at most 20. More than one makes the promise ambiguous until it is clarified or split.</summary>
    public ValueList<Words> Readings { get; init; }

    /// <summary>When the customer asked for it, in the customer's zone. Never a target of ours.</summary>
    public Deadline? RequestedBy { get; init; }

    /// <summary>The deadline that the customer was told. It never changes; renegotiation supersedes it. Null makes the promise vague.</summary>
    public Deadline? PromisedDue { get; init; }

    /// <summary>The internal target, in the team's zone; no customer sees it.</summary>
    public Deadline? InternalTarget { get; init; }

    /// <summary>
    /// What it is about: the booking, order or account. Promises about the same matter are compared with each other: give several items
    /// of one order a matter each, or they are taken for different answers to one question.
    /// </summary>
    public LookupKey? Matter { get; init; }

    /// <summary>Further keys that the customer may name to find it, at most 10.</summary>
    public ValueList<LookupKey> LookupKeys { get; init; }

    /// <summary>The reason in the customer's life, such as <c>family reunion</c>; null when nobody said.</summary>
    public Occasion? Occasion { get; init; }

    /// <summary>How many others rely on it beside the customer; from 0, the default, to 1,000,000.</summary>
    public int Beneficiaries { get; init; }

    /// <summary>The terms in one line: <c>4 adults, 2 extra beds</c>; the words when there are none.</summary>
    [JsonIgnore]
    public string Summary => SummaryOf(Terms, Words);

    /// <summary>Whether the words may mean more than one thing.</summary>
    [JsonIgnore]
    public bool IsAmbiguous => Readings.Count > 1;

    /// <summary>Terms in one line, or the words when there are none.</summary>
    internal static string SummaryOf(ValueList<Term> terms, Words? words) => terms.IsEmpty ? StoredText.OnOneLine(words?.Text ?? string.Empty) : string.Join(", ", terms);

    /// <summary>The keys that lead to it: its matter and its lookup keys.</summary>
    internal IEnumerable<LookupKey> Keys() => Matter is { } matter ? LookupKeys.Prepend(matter) : LookupKeys;

    /// <summary>The promise with what a repetition added, as far as it lacks it; a target inside only where it lies inside.</summary>
    internal Promise With(Additions? added) => added is null ? this : this with
    {
        LookupKeys = [.. LookupKeys, .. added.LookupKeys.Where(key => !IsFoundBy(key))],
        Occasion = Occasion ?? added.Occasion,
        Beneficiaries = Math.Max(Beneficiaries, added.Beneficiaries ?? 0),
        RequestedBy = RequestedBy ?? added.RequestedBy,
        InternalTarget = InternalTarget ?? (added.InternalTarget?.Due > PromisedDue?.Due ? null : added.InternalTarget),
    };

    /// <summary>Whether its matter or one of its lookup keys is this one.</summary>
    internal bool IsFoundBy(LookupKey key) => Matter?.Finds(key) == true || LookupKeys.Any(key.Finds);

    /// <summary>Whether it is ambiguous and one of its possible meanings is among these.</summary>
    internal bool MayMeanOneOf(ValueList<Words> readings) => IsAmbiguous && Readings.Any(reading => readings.Any(other => Text.IsSameName(other.Text, reading.Text)));

    /// <summary>Whether one of the preconditions asks for the same.</summary>
    internal bool Knows(Precondition condition) => Preconditions.Any(condition.AsksForTheSameAs);

    /// <summary>Whether both name a matter, and the same one.</summary>
    internal bool IsAboutTheSameMatter(Promise other) => Matter is not null && other.Matter is not null && Matter.Finds(other.Matter);
}
