namespace CommitmentLedger;

/// <summary>
/// What came with the words that only repeated a promise, and that nobody had said before. It belongs to the promise that stands; what
/// that one has already stays as it is, only the number of others who rely on it grows.
/// </summary>
public sealed record Additions
{
    /// <summary>Keys that find the promise too from now on.</summary>
    public ValueList<LookupKey> LookupKeys { get; init; }

    /// <summary>The reason in the customer's life, or null.</summary>
    public Occasion? Occasion { get; init; }

    /// <summary>How many others are known to rely on it from now on, or null when they are not more.</summary>
    public int? Beneficiaries { get; init; }

    /// <summary>When the customer asked for it, or null.</summary>
    public Deadline? RequestedBy { get; init; }

    /// <summary>The internal target, or null.</summary>
    public Deadline? InternalTarget { get; init; }

    /// <summary>The content that a repetition adds to the words of a commitment, or null when it adds nothing.</summary>
    internal static Additions? Of(ValueList<Promise> words, Promise repetition)
    {
        var added = new Additions
        {
            LookupKeys = repetition.LookupKeys.IsEmpty ? [] : [.. repetition.LookupKeys.Where(key => !words.All(one => one.IsFoundBy(key))).DistinctBy(key => key.Meaning)],
            Occasion = IsNew(one => one.Occasion, repetition.Occasion) ? repetition.Occasion : null,
            Beneficiaries = words.Any(one => repetition.Beneficiaries > one.Beneficiaries) ? repetition.Beneficiaries : null,
            RequestedBy = IsNew(one => one.RequestedBy, repetition.RequestedBy) ? repetition.RequestedBy : null,
            InternalTarget = IsNew(one => one.InternalTarget, repetition.InternalTarget) ? repetition.InternalTarget : null,
        };
        return added == new Additions() ? null : added;

        // What some words lack is new to them, unless others have something else in its place already.
        bool IsNew(Func<Promise, object?> of, object? said) => words.Any(one => of(one) is null) && words.All(one => of(one) is not { } known || known.Equals(said));
    }
}
