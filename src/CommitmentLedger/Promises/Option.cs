using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>One of the things that the customer can choose, with what it brings and what it needs.</summary>
public sealed record Option
{
    [JsonConstructor]
    internal Option(string name) => Name = Text.Name(name, "The option's name");

    /// <summary>The name, 1 to 60 characters: <c>card</c>.</summary>
    public string Name { get; }

    /// <summary>The terms that the option brings, for comparing it with the customer's wishes: <c>at most 1 visits</c>.</summary>
    public ValueList<Term> Brings { get; init; }

    /// <summary>The precondition of the option: <c>terminal with the technician</c>.</summary>
    public ValueList<Precondition> Needs { get; init; }

    /// <summary>Names an option.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public static Option Of(string name) => new(name);

    /// <summary>How many of the customer's goals it satisfies.</summary>
    internal int Satisfies(ValueList<Term> goals) => goals.Count(goal => Brings.Any(term => goal.IsAbout(term) && goal.IsMetBy(term.Value)));

    /// <summary>Whether both bring and need the same, in any order.</summary>
    internal bool OffersTheSameAs(Option other) =>
        Brings.SaysAllOf(other.Brings) && other.Brings.SaysAllOf(Brings)
        && Needs.All(need => other.Needs.Any(need.AsksForTheSameAs)) && other.Needs.All(need => Needs.Any(need.AsksForTheSameAs));
}
