using System.Globalization;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>One checkable condition of satisfaction, such as <c>adults = 4</c>. Each term of a promise is judged on its own.</summary>
public sealed record Term
{
    internal const string PlaceName = "place";

    [JsonConstructor]
    internal Term(string name, TermValue value, TermComparison comparison)
    {
        _ = value.ToString();
        if (comparison != TermComparison.Exactly && value.AsNumber is null)
            throw new ArgumentException("Only a number can be at least or at most; compare text and yes or no exactly.", nameof(comparison));
        (Name, Value, Comparison) = (Text.Name(name, "The term's name"), value, comparison);
    }

    /// <summary>The subject, 1 to 60 characters: <c>adults</c>, <c>extra-beds</c>. Two terms of one name are about the same thing.</summary>
    public string Name { get; }

    /// <summary>The promised value.</summary>
    public TermValue Value { get; }

    /// <summary>How what is delivered must compare with it.</summary>
    public TermComparison Comparison { get; }

    /// <summary>Exactly this value.</summary>
    /// <exception cref="ArgumentException">The name or the value is empty, too long or has characters that cannot be kept.</exception>
    public static Term Of(string name, TermValue value) => new(name, value, TermComparison.Exactly);

    /// <summary>This number or more.</summary>
    /// <exception cref="ArgumentException">The name is not usable.</exception>
    public static Term AtLeast(string name, decimal number) => new(name, number, TermComparison.AtLeast);

    /// <summary>This number or less.</summary>
    /// <exception cref="ArgumentException">The name is not usable.</exception>
    public static Term AtMost(string name, decimal number) => new(name, number, TermComparison.AtMost);

    /// <summary>The place where it is to happen. At the right time but in another place is not kept.</summary>
    /// <exception cref="ArgumentException">The place is empty, too long or has characters that cannot be kept.</exception>
    public static Term Place(string place) => Of(PlaceName, place);

    /// <summary>Whether what was delivered satisfies the term.</summary>
    public bool IsMetBy(TermValue delivered) => Comparison switch
    {
        TermComparison.AtLeast => delivered.AsNumber >= Value.AsNumber,
        TermComparison.AtMost => delivered.AsNumber <= Value.AsNumber,
        _ => Value.Matches(delivered),
    };

    /// <summary>Whether both promise the same: names and texts without regard to case, numbers by their value. At least four is not four.</summary>
    public bool SaysTheSameAs(Term other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsAbout(other) && Comparison == other.Comparison && Value.Matches(other.Value);
    }

    /// <summary>Whether both are about the same thing and nothing that could be delivered would satisfy both.</summary>
    public bool Contradicts(Term other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsAbout(other) && (Comparison, other.Comparison) switch
        {
            (TermComparison.Exactly, _) => !other.IsMetBy(Value),
            (_, TermComparison.Exactly) => !IsMetBy(other.Value),
            (TermComparison.AtLeast, TermComparison.AtMost) => Value.AsNumber > other.Value.AsNumber,
            (TermComparison.AtMost, TermComparison.AtLeast) => Value.AsNumber < other.Value.AsNumber,
            _ => false,
        };
    }

    /// <summary>The term as it is spoken of: <c>4 adults</c>, <c>dogs: 1</c>, <c>at most 2 extra beds</c>, <c>view: sea</c>.</summary>
    public override string ToString() => TermText.Of(this, CultureInfo.InvariantCulture);

    internal bool IsAbout(Term other) => Casing.Comparer.Equals(Name, other.Name);
}
