using System.Diagnostics.CodeAnalysis;

namespace CommitmentLedger;

/// <summary>Compares terms by what they promise, as <see cref="Term.SaysTheSameAs"/> does.</summary>
internal sealed class TermMeaning : IEqualityComparer<Term>
{
    public static TermMeaning Comparer { get; } = new();

    public bool Equals(Term? x, Term? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.SaysTheSameAs(y));

    public int GetHashCode([DisallowNull] Term obj) => HashCode.Combine(
        Casing.Comparer.GetHashCode(obj.Name),
        obj.Comparison,
        obj.Value.AsNumber,
        obj.Value.AsAnswer,
        obj.Value.AsText is { } text ? Casing.Comparer.GetHashCode(text) : 0);
}
