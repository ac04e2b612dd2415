using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Something that the customer decides, not we: how to pay, which of two procedures.</summary>
public sealed record Choice
{
    /// <summary>The most options of one choice.</summary>
    internal const int MaxOptions = 20;

    [JsonConstructor]
    internal Choice(string name, ValueList<Option> options)
    {
        if (options.Count is 0 or > MaxOptions) throw new ArgumentException($"A choice has 1 to {MaxOptions} options.", nameof(options));
        if (options.DistinctBy(option => option.Name, Casing.Comparer).Count() != options.Count)
            throw new ArgumentException("Two options of a choice have the same name; name them so that the customer can tell them apart.", nameof(options));
        (Name, Options) = (Text.Name(name, "The choice's name"), options);
    }

    /// <summary>The subject of the choice, 1 to 60 characters: <c>payment</c>. The answer becomes a term of this name.</summary>
    public string Name { get; }

    /// <summary>The options, 1 to 20 of different names.</summary>
    public ValueList<Option> Options { get; }

    /// <summary>Puts a choice before the customer.</summary>
    /// <exception cref="ArgumentException">The name is not usable, or there are no options, too many, or two of one name.</exception>
    public static Choice Of(string name, ValueList<Option> options) => new(name, options);

    /// <summary>The options with those first that satisfy most of what the customer wants; among equals, in the order given.</summary>
    public IEnumerable<Option> Ranked(ValueList<Term> goals) => Options.OrderByDescending(option => option.Satisfies(goals));

    /// <summary>Whether this is the one of that name.</summary>
    public bool IsNamed(string name) => Text.IsSameName(Name, name);

    /// <summary>Whether both leave the same to the customer: names without regard to case, and the options in any order.</summary>
    internal bool AsksTheSameAs(Choice other) =>
        IsNamed(other.Name) && Options.Count == other.Options.Count && Options.All(option => other.Find(option.Name)?.OffersTheSameAs(option) == true);

    internal Option? Find(string option) => Options.FirstOrDefault(one => Text.IsSameName(one.Name, option));
}
