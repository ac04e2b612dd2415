namespace CommitmentLedger;

/// <summary>What the entries of one customer add up to: the open commitments, the closed ones that were asked for, and a short history.</summary>
public sealed record CustomerRecord
{
    /// <summary>The most commitments that one customer can have open.</summary>
    internal const int MaxOpen = 10_000;

    /// <summary>The most contradictions that are noted on one commitment.</summary>
    private const int MaxContradictions = 100;

    private CustomerRecord(CustomerId customer) => Customer = customer;

    /// <summary>Whose record it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>How many entries it is the sum of; zero for a customer to whom nothing happened yet.</summary>
    public long Version { get; private init; }

    /// <summary>What the customer has been through.</summary>
    public CustomerHistory History { get; private init; } = new();

    /// <summary>The commitments in the order in which they were made: all open ones, and of the closed ones those that were asked for.</summary>
    public ValueList<Commitment> Commitments { get; private init; }

    /// <summary>The commitments that are not closed.</summary>
    public IEnumerable<Commitment> Open => Commitments.Where(commitment => commitment.IsOpen);

    /// <summary>Whether no more commitments are taken until some are closed.</summary>
    internal bool IsFull => Open.Count() >= MaxOpen;

    internal static CustomerRecord Empty(CustomerId customer) => new(customer);

    internal static CustomerRecord Of(CustomerId customer, long version, CustomerHistory history, ValueList<Commitment> commitments) =>
        new(customer) { Version = version, History = history, Commitments = commitments };

    internal Commitment? Find(CommitmentId id)
    {
        foreach (Commitment commitment in Commitments.AsSpan())
        {
            if (commitment.Id == id) return commitment;
        }

        return null;
    }

    /// <summary>The record after one more entry.</summary>
    internal CustomerRecord Apply(Entry entry)
    {
        CustomerRecord next = entry.Event.Apply(this, entry);
        return next with
        {
            Version = entry.Version,
            History = entry.Event.ChangesBriefing ? next.History with { ChangedAtVersion = entry.Version } : next.History,
        };
    }

    /// <summary>The record with a commitment added or changed, its history counted, and what it contradicts noted when its words are new.</summary>
    internal CustomerRecord With(Commitment commitment)
    {
        Commitment[] commitments = [.. Commitments];
        int index = Array.FindIndex(commitments, known => known.Id == commitment.Id);
        Commitment? before = index < 0 ? null : commitments[index];
        if (commitment.Stands && !(before is { Stands: true } && ReferenceEquals(before.Promise, commitment.Promise)))
            commitment = commitment with { Contradictions = [.. Open.Where(commitment.Contradicts).Select(other => other.Id).Take(MaxContradictions)] };

        CustomerHistory history = History.Count(before, commitment);
        if (before is null) return this with { Commitments = Commitments.Add(commitment), History = history };
        commitments[index] = commitment;
        return this with { Commitments = new ValueList<Commitment>(commitments), History = history };
    }

    internal CustomerRecord With(CustomerHistory history) => this with { History = history };
}
