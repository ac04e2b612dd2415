namespace CommitmentLedger.Events;

/// <summary>A commitment was split into parts, as the customer agreed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Parts">The parts, in order.</param>
/// <param name="Consent">Who agreed, and what they were shown.</param>
public sealed record SplitUp(CommitmentId Commitment, ValueList<CommitmentId> Parts, Consent Consent) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Parts = Parts,
        Proposal = null,
        MissedDue = commitment.MissedAt(entry.OccurredAt),
        Handoff = null,
        Clock = commitment.StoppedClock(entry),
        Consents = commitment.Consents.Add(new GivenConsent(Consent, entry.OccurredAt, entry.By)),
    };

    /// <summary>What follows when the customer agrees to the split that was proposed.</summary>
    internal static Decision Agree(Commitment whole, CustomerRecord record, Consent consent, Circumstances at) =>
        Into(whole, [.. whole.Proposal!.Parts.Select(record.Find).OfType<Commitment>().Select(part => (part.Id, part.Reference, part.Promise, part.Owner))], consent, whole.Proposal.By, at);

    /// <summary>What follows when the customer agrees to these parts. One that is due with the whole goes on with the clock of the whole.</summary>
    internal static Decision Into(
        Commitment whole, ValueList<(CommitmentId Id, PromiseReference Reference, Promise Promise, Team Owner)> parts, Consent consent, Actor? spokenBy, Circumstances at)
    {
        var promised = new List<Promised>(parts.Count);
        foreach ((CommitmentId id, PromiseReference reference, Promise promise, Team owner) in parts.AsSpan())
        {
            CommitmentClock clock = promise.PromisedDue == whole.Held.PromisedDue ? whole.Clock : CommitmentClock.NotStarted.Start(at.OccurredAt).Value;
            if (Timing.TryCompute(clock, promise.PromisedDue, reassessed: null, at, out DueTimes? dueTimes) is { } untimely) return untimely;
            promised.Add(new Promised(id, reference, promise, owner)
            {
                Clock = clock,
                SpokenBy = spokenBy,
                DueTimes = dueTimes,
                Lineage = new Lineage(LineageKind.PartOf, whole.Id),
            });
        }

        return [new SplitUp(whole.Id, [.. parts.Select(part => part.Id)], consent), .. promised];
    }
}
