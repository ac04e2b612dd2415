using NodaTime;

namespace CommitmentLedger;

/// <summary>What the entries of one customer add up to: the open commitments, the closed ones that were asked for, and a short history.</summary>
public sealed record CustomerRecord
{
    /// <summary>The most commitments that one customer can have open.</summary>
    internal const int MaxOpen = 10_000;

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
    internal bool IsFull => Commitments.Count >= MaxOpen && Open.Count() >= MaxOpen;

    /// <summary>The latest instant that the clock of any commitment here knows; null before any.</summary>
    internal Instant? LatestAt
    {
        get
        {
            Instant? latest = null;
            foreach (Commitment commitment in Commitments.AsSpan())
            {
                if (commitment.Clock.LatestAt is { } at && !(at <= latest)) latest = at;
            }

            return latest;
        }
    }

    internal static CustomerRecord Empty(CustomerId customer) => new(customer);

    internal static CustomerRecord Of(CustomerId customer, long version, CustomerHistory history, ValueList<Commitment> commitments) =>
        new(customer) { Version = version, History = history, Commitments = commitments };

    /// <summary>The commitment that a part belongs to where the customer has not agreed to the split; any other is its own whole.</summary>
    internal Commitment WholeOf(Commitment commitment) =>
        commitment is { AwaitsConsent: true, Lineage: { } lineage } && Find(lineage.From) is { } whole ? whole : commitment;

    internal Commitment? Find(CommitmentId id) => IndexOf(id) is >= 0 and int index ? Commitments[index] : null;

    /// <summary>The promise that stands and says all that this one would say, or null.</summary>
    internal Commitment? FindRepeated(Promise promise)
    {
        foreach (Commitment commitment in Commitments.AsSpan())
        {
            if (commitment.IsRepeatedBy(promise)) return commitment;
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

    /// <summary>The record with a commitment added or changed, and its history counted.</summary>
    internal CustomerRecord With(Commitment commitment)
    {
        int index = IndexOf(commitment.Id);
        Commitment? before = index < 0 ? null : Commitments[index];
        Commitment? whole = commitment.Lineage is { Kind: LineageKind.PartOf, From: var from } && before?.IsOpen != commitment.IsOpen ? Find(from) : null;
        if (before is { IsOpen: false } && commitment is { IsOpen: true, Lineage.Kind: LineageKind.PartOf } && whole is not { IsOpen: true })
            commitment = commitment with { Lineage = commitment.Lineage with { Kind = LineageKind.ReopenedPartOf } };

        CustomerRecord next = this with
        {
            Commitments = before is null ? Commitments.Add(commitment) : Commitments.With(index, commitment),
            History = History.Count(before, commitment),
        };
        return before is not null && whole is { IsOpen: true } && whole.Parts.Contains(commitment.Id) ? next.With(whole.WithPart(commitment)) : next;
    }

    /// <summary>The record as a load gives it that asks for no closed commitment.</summary>
    internal CustomerRecord OfOpen()
    {
        foreach (Commitment commitment in Commitments.AsSpan())
        {
            if (!commitment.IsOpen) return this with { Commitments = [.. Open] };
        }

        return this;
    }

    internal CustomerRecord With(CustomerHistory history) => this with { History = history };

    private int IndexOf(CommitmentId id)
    {
        ReadOnlySpan<Commitment> commitments = Commitments.AsSpan();
        for (int index = 0; index < commitments.Length; index++)
        {
            if (commitments[index].Id == id) return index;
        }

        return -1;
    }
}
