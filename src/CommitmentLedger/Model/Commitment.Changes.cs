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

    /// <summary>The commitment with other words standing, given by whoever acts now. What found it goes on finding it.</summary>
    internal Commitment Speak(Promise promise, Entry entry, Actor? by = null) => this with
    {
        Promise = promise,
        FormerKeys = KeysBefore(promise),
        PromisedBy = by ?? entry.By,
        PromisedAt = entry.OccurredAt,
        SettledAt = null,
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

    /// <summary>Every promise that it may come to be judged by: the words that stand, those that we are held to, and those that the customer was asked about.</summary>
    internal IEnumerable<Promise> AllWords => new[] { Promise, AgreedPromise, Proposal?.Promise }.OfType<Promise>();

    /// <summary>The commitment with something that holds for it whichever words stand in the end.</summary>
    internal Commitment WithWords(Func<Promise, Promise> change) => this with
    {
        Promise = change(Promise),
        AgreedPromise = AgreedPromise is { } agreed ? change(agreed) : null,
        Proposal = Proposal is { Promise: { } asked } proposal ? proposal with { Promise = change(asked) } : Proposal,
    };

    /// <summary>How its words bind it, with what it has met already.</summary>
    internal Bindingness Binding => UnmetPreconditions.Any() ? Bindingness.Conditional : Bindingness.Bound;

    /// <summary>What is met of what other words need: the same, asked of the same side.</summary>
    internal ValueList<MetPrecondition> MetFor(Promise words) =>
        [.. MetPreconditions.Where(met => words.Preconditions.Any(condition => condition.IsNamed(met.Name) && Promise.Knows(condition)))];

    /// <summary>The choices made that other words know the answers of: their terms say them.</summary>
    internal ValueList<string> MadeFor(Promise words) => [.. ChoicesMade.Where(made => words.Terms.Any(term => Text.IsSameName(term.Name, made)))];

    /// <summary>With what is met and chosen of what its words need, as known of the commitment that it comes from.</summary>
    internal Commitment Ready(Commitment before) => this with { MetPreconditions = before.MetFor(Promise), ChoicesMade = before.MadeFor(Promise) };

    /// <summary>With all that is known of the commitment that it takes the place of, or is the rest of. What was confirmed then is the words before.</summary>
    internal Commitment Knowing(Commitment before) => Ready(before) with
    {
        Certainty = before.Certainty,
        Objections = before.Objections,
        FormerKeys = before.KeysBefore(Promise),
        Assurances = before.Assurances,
        OutdatedAssurances = before.Assurances.Count,
        RefusedChanges = before.RefusedChanges,
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
    /// we told is the one. Where these words are the same again, they are those that were given then.
    /// </summary>
    internal Commitment HeldTo(Commitment before)
    {
        Promise held = before.Held.PromisedDue is null ? before.Held with { PromisedDue = Promise.PromisedDue } : before.Held;
        return held == Promise
            ? this with { AgreedPromise = null, AgreedBy = null, AgreedAt = null, PromisedBy = before.Agreed.By, PromisedAt = before.Agreed.At }
            : this with { AgreedPromise = held, AgreedBy = before.Agreed.By, AgreedAt = before.Agreed.At };
    }

    /// <summary>With words that the customer agreed to. What was confirmed before is other words, unless we were held to these already.</summary>
    internal Commitment AgreedTo(Commitment before) => Promise == before.Held
        ? HeldTo(before)
        : this with { AgreedPromise = null, AgreedBy = null, AgreedAt = null, OutdatedAssurances = Assurances.Count };

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
