using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>A promise and what became of it.</summary>
public sealed record Commitment
{
    /// <summary>Which commitment; the same through every handoff.</summary>
    public required CommitmentId Id { get; init; }

    /// <summary>Whom it is owed to.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The code on the customer's receipt.</summary>
    public required PromiseReference Reference { get; init; }

    /// <summary>The words given and what they oblige us to.</summary>
    public required Promise Promise { get; init; }

    /// <summary>Who gave the words.</summary>
    public required Actor PromisedBy { get; init; }

    /// <summary>When the words were given.</summary>
    public required Instant PromisedAt { get; init; }

    /// <summary>The version of the entry that made it: commitments of one customer are in this order.</summary>
    public required long MadeAtVersion { get; init; }

    /// <summary>The team that is responsible now.</summary>
    public required Team Owner { get; init; }

    /// <summary>How far the conversation with the customer has come.</summary>
    public Conversation Conversation { get; init; }

    /// <summary>Whether the company is bound, and how that ended.</summary>
    public Bindingness Bindingness { get; init; }

    /// <summary>Whether time counts.</summary>
    public CommitmentClock Clock { get; init; } = CommitmentClock.NotStarted;

    /// <summary>How sure we are that the words were given.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>Who confirmed the promise since, in the order in which they did.</summary>
    public ValueList<Assurance> Assurances { get; init; }

    /// <summary>That the customer asked for reassurance, or null when that never happened.</summary>
    public Reassurance? Reassurance { get; init; }

    /// <summary>That we say it is done, or null until we do and again after a dispute.</summary>
    public Statement? Statement { get; init; }

    /// <summary>What the customer said about it.</summary>
    public ValueList<CustomerAccount> CustomerAccounts { get; init; }

    /// <summary>How it was closed, or null while it is open.</summary>
    public Closing? Closing { get; init; }

    /// <summary>Whether the company still owes it.</summary>
    [JsonIgnore]
    public bool IsOpen => Bindingness is Bindingness.Conditional or Bindingness.Bound;

    /// <summary>Whether it has no deadline, so that nobody can say when it is broken.</summary>
    [JsonIgnore]
    public bool IsVague => Promise.PromisedDue is null;

    /// <summary>Where it stands on the three stored axes.</summary>
    [JsonIgnore]
    public Standing Standing => new(Conversation, Bindingness, Clock.State);

    /// <summary>How it fares at a moment.</summary>
    public Health HealthAt(Instant now) => IsOpen ? Clock.HealthAt(Promise.PromisedDue, now) : Health.OnTrack;

    /// <summary>Whether both are about the same matter and cannot both be kept.</summary>
    public bool Contradicts(Commitment other) => Id != other.Id && Promise.Contradicts(other.Promise);

    /// <summary>Everything that finds it: its reference, its matter and its lookup keys.</summary>
    internal IEnumerable<LookupKey> Keys()
    {
        yield return LookupKey.Reference(Reference);
        if (Promise.Matter is { } matter) yield return matter;
        foreach (LookupKey key in Promise.LookupKeys) yield return key;
    }

    internal Commitment Close(Bindingness how, Entry entry, Words? reason = null) => this with
    {
        Bindingness = how,
        Clock = Clock.Stop(entry.OccurredAt),
        Closing = new Closing(entry.OccurredAt, entry.By, reason),
    };
}
