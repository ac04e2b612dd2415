using NodaTime;

namespace CommitmentLedger;

/// <content>The changes that more than one event makes.</content>
public sealed partial record Commitment
{
    /// <summary>The most keys of earlier words that go on finding it.</summary>
    private const int MaxFormerKeys = 100;

    /// <summary>Whether it was ever more than a request or an offer.</summary>
    internal bool IsPromisedOrWas => Bindingness != Bindingness.Unbound;

    /// <summary>The words that we are held to: the last ones that the customer agreed to.</summary>
    internal Promise Held => AgreedPromise ?? Promise;

    /// <summary>Whether it is asked for or offered, and not as a part of a change that waits for its own answer.</summary>
    internal bool IsUnbound => IsOpen && Bindingness == Bindingness.Unbound && !AwaitsConsent;

    /// <summary>Whether the customer was asked about a change to it, or about it as a part of one, and has not answered.</summary>
    internal bool AwaitsAnswer => IsOpen && (AwaitsConsent || (Proposal is not null && Conversation is not Conversation.Stated));

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

    /// <summary>The commitment with other words standing, given by whoever acts now. What was confirmed is the words before, and what found it goes on finding it.</summary>
    internal Commitment Speak(Promise promise, Entry entry, Actor? by = null) => this with
    {
        Promise = promise,
        FormerKeys = KeysBefore(promise),
        PromisedBy = by ?? entry.By,
        PromisedAt = entry.OccurredAt,
        SettledAt = null,
        OutdatedAssurances = Assurances.Count,
    };

    /// <summary>The commitment with one more account of the customer's.</summary>
    internal Commitment Hear(Words words, Entry entry) => this with
    {
        CustomerAccounts = CustomerAccount.Add(CustomerAccounts, new CustomerAccount(words, entry.OccurredAt, entry.By)),
        AccountsRecorded = AccountsRecorded + 1,
    };

    /// <summary>The commitment with one more consent of the customer's.</summary>
    internal Commitment Agree(Consent consent, Entry entry) => this with
    {
        Consents = Consents.WithLatest(new GivenConsent(consent, entry.OccurredAt, entry.By)),
        ConsentsGiven = ConsentsGiven + 1,
    };

    internal Commitment Close(Bindingness how, Entry entry, Words? reason = null, ClosingDates? dates = null) => this with
    {
        Bindingness = how,
        Clock = StoppedClock(entry),
        Handoff = null,
        Proposal = null,
        Closing = new Closing(entry.OccurredAt, entry.By, reason) { Dates = dates },
    };

    /// <summary>The clock once nothing more is to be done; one that does not run stays as it is.</summary>
    internal CommitmentClock StoppedClock(Entry entry) =>
        Clock.State is ClockState.Running or ClockState.Paused ? Clock.Stop(InOrder(entry.OccurredAt)).Value : Clock;

    /// <summary>An instant, or the latest that the clock knows: what another commitment's entry brings with it may be dated before that.</summary>
    private Instant InOrder(Instant at) => Clock.LatestAt is { } latest && at < latest ? latest : at;

    /// <summary>How its words bind it, with what it has met already.</summary>
    internal Bindingness Binding => UnmetPreconditions.Any() ? Bindingness.Conditional : Bindingness.Bound;

    /// <summary>What is met of what other words need: the same, asked of the same side.</summary>
    internal ValueList<MetPrecondition> MetFor(Promise words) =>
        [.. MetPreconditions.Where(met => words.Preconditions.Any(condition => condition.IsNamed(met.Name) && Promise.Knows(condition)))];

    /// <summary>With what is known of the commitment that it takes the place of.</summary>
    internal Commitment Knowing(Commitment before) => this with
    {
        MetPreconditions = before.MetPreconditions,
        Doubt = before.Doubt,
        RelianceActs = before.RelianceActs,
        Notes = before.Notes,
        CustomerAccounts = before.CustomerAccounts,
        AccountsRecorded = before.AccountsRecorded,
    };

    /// <summary>The whole once a part of it closed, or was opened again.</summary>
    internal Commitment WithPart(Commitment part) => this with
    {
        ClosedParts = part.IsOpen
            ? [.. ClosedParts.Where(closed => closed.Commitment != part.Id)]
            : ClosedParts.Add(new ClosedPart(part.Id, part.Bindingness, part.Owner, part.Closing?.Dates?.DoneAt, part.DueTimes?.Told ?? part.DueBeforePause)),
    };

    /// <summary>The whole once another took the place of one of its parts.</summary>
    internal Commitment WithPartReplaced(CommitmentId part, CommitmentId by) => this with
    {
        Parts = [.. Parts.Select(id => id == part ? by : id)],
        ClosedParts = [.. ClosedParts.Where(closed => closed.Commitment != part)],
    };

    /// <summary>The deadline that a day of delivery is compared with.</summary>
    internal ClosingDates DatesOf(Instant doneAt) => new(doneAt, FirstPromise is null ? ToldDue : FirstDue, ToldDue);

    /// <summary>The date that has passed without delivery by an instant at which another is agreed; null when none has.</summary>
    internal Instant? MissedAt(Instant at) => MissedDue ?? (DueTimes?.Told < at ? DueTimes.Told : null);

    /// <summary>
    /// With words that the customer did not agree to: held to what another state of it was held to. Where that had no date, the first that
    /// we told is the one.
    /// </summary>
    internal Commitment HeldTo(Commitment before)
    {
        Promise held = before.Held.PromisedDue is null ? before.Held with { PromisedDue = Promise.PromisedDue } : before.Held;
        return this with { AgreedPromise = held == Promise ? null : held, AgreedBy = held == Promise ? null : before.AgreedBy ?? before.PromisedBy };
    }

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
