using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A condition that must be true before a promise binds, with the party that brings it about.</summary>
public sealed record Precondition
{
    [JsonConstructor]
    internal Precondition(string name, Party by, Team? team) =>
        (Name, By, Team) = (Text.Name(name, "The precondition's name"), by, team);

    /// <summary>The condition, 1 to 60 characters: <c>card linked to account</c>. It is its name within the promise.</summary>
    public string Name { get; }

    /// <summary>The party that brings it about.</summary>
    public Party By { get; }

    /// <summary>The team that brings it about, when it is one of ours and known.</summary>
    public Team? Team { get; }

    /// <summary>Something that a team of ours brings about.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public static Precondition ByUs(string name, Team? team = null) => new(name, Party.Us, team);

    /// <summary>Something that the customer brings about; our clock waits for it.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public static Precondition ByCustomer(string name) => new(name, Party.Customer, team: null);

    /// <summary>Something that a supplier brings about.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public static Precondition BySupplier(string name) => new(name, Party.Supplier, team: null);

    /// <summary>Whether this is the one of that name.</summary>
    public bool IsNamed(string name) => Text.IsSameName(Name, name);

    /// <summary>Whether both ask for the same of the same side, whichever team brings it about.</summary>
    internal bool AsksForTheSameAs(Precondition other) => By == other.By && IsNamed(other.Name);
}
