using NodaTime;

namespace CommitmentLedger;

/// <summary>The state of one customer, computed from the entries: open commitments, the closed ones that were asked for, and a short history.</summary>
public sealed record CustomerRecord
{
    /// <summary>The most commitments that one customer can have open.</summary>
    internal const int MaxOpen = 10_000;

    private CustomerRecord(CustomerId customer) => Customer = customer;

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>How many entries it is the sum of; zero for a customer to whom nothing happened yet.</summary>
    public long Version { get; private init; }

    /// <summary>The customer's history in figures.</summary>
    public CustomerHistory History { get; private init; } = new();

    /// <summary>The commitments in the order in which they were made: all open ones, and of the closed ones those that were asked for.</summary>
    public ValueList<Commitment> Commitments { get; private init; }

    /// <summary>Those of the loaded commitments that cannot be read. Nothing that is decided touches them.</summary>
    internal ValueList<UnreadableCommitment> Unreadable { get; private init; }

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

    internal static CustomerRecord Of(
        CustomerId customer, long version, CustomerHistory history, ValueList<Commitment> commitments, ValueList<UnreadableCommitment> unreadable = default) =>
        new(customer) { Version = version, History = history, Commitments = commitments, Unreadable = unreadable };

    /// <summary>The commitment that a part belongs to where the customer has not agreed to the split; any other is its own whole.</summary>
    internal Commitment WholeOf(Commitment commitment) =>
        commitment is { AwaitsConsent: true, Whole: { } id } && Find(id) is { } whole ? whole : commitment;

    /// <summary>The split that a part belongs to and that is not closed yet; null for anything else.</summary>
    internal Commitment? OpenSplitOf(Commitment part) =>
        part.Whole is { } id && Find(id) is { IsOpen: true } whole && whole.Parts.Contains(part.Id) ? whole : null;

    /// <summary>The first commitment of those that came from one promise, for one that comes from it too; null for what only answers.</summary>
    internal CommitmentId? RootOf(Lineage? lineage) =>
        lineage is null or { Kind: LineageKind.AnswerTo } ? null : Find(lineage.From)?.Root ?? lineage.From;

    /// <summary>The commitment, or null when it is not in the record.</summary>
    /// <exception cref="LedgerDataException">It is, but cannot be read.</exception>
    public Commitment? Find(CommitmentId id) => IndexOf(id) is >= 0 and int index ? Commitments[index] : null;

    internal bool IsUnreadable(CommitmentId id) => !Unreadable.IsEmpty && Unreadable.Any(unreadable => unreadable.Id == id);

    /// <summary>The promise that stands and says all that this one would say, with the words of it that do: one that we are held to first. Null when there is none.</summary>
    internal (Commitment Standing, Saying Words)? FindRepeated(Promise promise)
    {
        (Commitment Standing, Saying Words)? imposed = null;
        foreach (Commitment commitment in Commitments.AsSpan())
        {
            if (commitment.RepeatedBy(promise) is not { } words) continue;
            if (words.Promise == commitment.Held) return (commitment, words);
            imposed ??= (commitment, words);
        }

        return imposed;
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
        Commitment? whole = before is not null && before.IsOpen != commitment.IsOpen ? OpenSplitOf(commitment) : null;
        if (before is { IsOpen: false } && commitment.IsOpen && whole is null && commitment.Lineage?.Kind != LineageKind.RemainderOf)
            commitment = commitment with { Whole = null };

        CustomerRecord next = this with
        {
            Commitments = before is null ? Commitments.Add(commitment) : Commitments.With(index, commitment),
            History = History.Count(before, commitment),
        };
        return whole is null ? next : next.With(whole.WithPart(commitment));
    }

    /// <summary>The record as a load gives it that asks for no closed commitment.</summary>
    internal CustomerRecord OfOpen()
    {
        bool isOfOpen = Unreadable.IsEmpty || Unreadable.All(commitment => commitment.IsOpen);
        foreach (Commitment commitment in Commitments.AsSpan()) isOfOpen &= commitment.IsOpen;
        return isOfOpen ? this : this with { Commitments = [.. Open], Unreadable = [.. Unreadable.Where(commitment => commitment.IsOpen)] };
    }

    internal CustomerRecord With(CustomerHistory history) => this with { History = history };

    private int IndexOf(CommitmentId id)
    {
        ReadOnlySpan<Commitment> commitments = Commitments.AsSpan();
        for (int index = 0; index < commitments.Length; index++)
        {
            if (commitments[index].Id == id) return index;
        }

        return !IsUnreadable(id) ? -1 : throw new LedgerDataException(
            $"This version of the library cannot read the document of commitment {id}. Update the library, or verify the customer and rebuild the documents.");
    }
}
