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

    /// <summary>The content that a repetition adds to a promise, or null when it adds nothing.</summary>
    internal static Additions? Of(Promise standing, Promise repetition)
    {
        var added = new Additions
        {
            LookupKeys = repetition.LookupKeys.IsEmpty ? [] : [.. repetition.LookupKeys.Where(key => !IsFoundBy(standing, key)).DistinctBy(key => key.Meaning)],
            Occasion = standing.Occasion is null ? repetition.Occasion : null,
            Beneficiaries = repetition.Beneficiaries > standing.Beneficiaries ? repetition.Beneficiaries : null,
            RequestedBy = standing.RequestedBy is null ? repetition.RequestedBy : null,
            InternalTarget = standing.InternalTarget is null ? repetition.InternalTarget : null,
        };
        return added == new Additions() ? null : added;
    }

    private static bool IsFoundBy(Promise standing, LookupKey key) => standing.Matter?.Finds(key) == true || standing.LookupKeys.Any(key.Finds);
}
