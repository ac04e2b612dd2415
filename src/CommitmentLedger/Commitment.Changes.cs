namespace CommitmentLedger;

/// <content>The changes that more than one event makes.</content>
public sealed partial record Commitment
{
    /// <summary>The most keys of earlier words that go on finding it.</summary>
    private const int MaxFormerKeys = 100;

    /// <summary>Whether it was ever more than a request or an offer.</summary>
    internal bool IsPromisedOrWas => Bindingness != Bindingness.Unbound;

    /// <summary>Whether the clock waits for the customer to bring about what the promise needs.</summary>
    internal bool IsWaitingForCustomersPrecondition =>
        Clock.OpenPause is { Reason: Paused.WaitsForCustomer } && UnmetPreconditions.Any(condition => condition.By == Party.Customer);

    /// <summary>A commitment at its beginning, before it is bound.</summary>
    internal static Commitment Begin(CommitmentId id, PromiseReference reference, Promise promise, Team owner, Entry entry) => new()
    {
        Id = id,
        Customer = entry.Customer,
        Reference = reference,
        MadeAtVersion = entry.Version,
        Promise = promise,
        PromisedBy = entry.By,
        PromisedAt = entry.OccurredAt,
        Owner = owner,
        Conversation = Conversation.Requested,
    };

    /// <summary>The commitment with other words standing, given by whoever acts now. What found it before goes on finding it.</summary>
    internal Commitment Speak(Promise promise, Entry entry) => this with
    {
        Promise = promise,
        FormerKeys = ReferenceEquals(promise, Promise) ? FormerKeys : KeysBefore(promise),
        PromisedBy = entry.By,
        PromisedAt = entry.OccurredAt,
    };

    /// <summary>The commitment once its words are a promise: bound, or conditional while a precondition is missing; its clock runs.</summary>
    internal Commitment WithContradictions(ValueList<CommitmentId> contradictions) =>
        contradictions == Contradictions ? this : this with { Contradictions = contradictions };

    internal Commitment Bind(Entry entry) => this with
    {
        Conversation = Conversation.Promised,
        Bindingness = Promise.Preconditions.IsEmpty ? Bindingness.Bound : Bindingness.Conditional,
        Clock = Clock.Start(entry.OccurredAt).Value,
    };

    internal Commitment Close(Bindingness how, Entry entry, Words? reason = null) => this with
    {
        Bindingness = how,
        Clock = StoppedClock(entry),
        Handoff = null,
        Closing = new Closing(entry.OccurredAt, entry.By, reason),
    };

    /// <summary>The clock once nothing more is to be done; one that does not run stays as it is.</summary>
    internal CommitmentClock StoppedClock(Entry entry) =>
        Clock.State is ClockState.Running or ClockState.Paused ? Clock.Stop(entry.OccurredAt).Value : Clock;

    /// <summary>Everything that finds it: its reference, its matter and its lookup keys, and those of earlier words.</summary>
    internal IEnumerable<LookupKey> Keys() => [LookupKey.Reference(Reference), .. Promise.Keys(), .. FormerKeys];

    /// <summary>The keys of all earlier words once others stand.</summary>
    private ValueList<LookupKey> KeysBefore(Promise next)
    {
        LookupKey[] standing = [.. next.Keys()];
        var former = new List<LookupKey>();
        foreach (LookupKey key in FormerKeys.Concat(Promise.Keys()))
        {
            if (!standing.Any(key.Finds) && !former.Any(key.Finds)) former.Add(key);
        }

        return [.. former.TakeLast(MaxFormerKeys)];
    }
}
