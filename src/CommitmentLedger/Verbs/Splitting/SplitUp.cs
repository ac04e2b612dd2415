namespace CommitmentLedger.Events;

/// <summary>A commitment was split into parts, as the customer agreed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Parts">The parts, in order.</param>
/// <param name="Consent">The agreement, with the content that was shown.</param>
public sealed record SplitUp(CommitmentId Commitment, ValueList<CommitmentId> Parts, Consent Consent) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Agree(Consent, entry) with
    {
        Parts = Parts,
        Proposal = null,
        MissedDue = commitment.MissedAt(entry.OccurredAt),
        Handoff = null,
        Clock = commitment.StoppedClock(entry),
    };

    /// <summary>The effects of the customer's agreement to a proposed split.</summary>
    internal static Decision Agree(Commitment whole, CustomerRecord record, Consent consent, Circumstances at)
    {
        IEnumerable<Draft> parts = whole.Proposal!.Parts.Select(record.Find).OfType<Commitment>()
            .Select(part => new Draft(part.Id, part.Reference, part.Promise, part.Owner, Conversation.Promised));
        return Into(whole, parts, consent, whole.Proposal.By, record, at);
    }

    /// <summary>
    /// The effects of the customer's agreement to these parts. A part that is due with the whole goes on with the clock of the whole; where
    /// the whole is overdue, a part with another date is late whenever it comes. A team that was asked to take over the whole, or a part
    /// that was proposed, is asked for what comes of it.
    /// </summary>
    internal static Decision Into(Commitment whole, IEnumerable<Draft> parts, Consent consent, Actor? spokenBy, CustomerRecord record, Circumstances at)
    {
        var promised = new List<Promised>();
        var asked = new List<LedgerEvent>();
        foreach (Draft part in parts)
        {
            bool isDueWithWhole = part.Promise.PromisedDue == whole.Held.PromisedDue;
            Draft draft = isDueWithWhole ? part with { Clock = whole.Clock, ReassessedDue = whole.ReassessedDue } : part;
            if (draft.TryAdmit(record, at, out Draft admitted) is { } no) return no;
            promised.Add(Promised.Of(admitted) with
            {
                SpokenBy = spokenBy,
                Lineage = new Lineage(LineageKind.PartOf, whole.Id),
                MissedDue = isDueWithWhole ? whole.MissedDue : whole.MissedAt(at.OccurredAt),
            });
            PendingHandoff? pending = record.Find(part.Commitment)?.Handoff ?? (part.Owner == whole.Owner ? whole.Handoff : null);
            asked.AddRange(HandoffOffered.Anew(pending, part.Commitment, part.Owner, at, admitted.Due));
        }

        return [new SplitUp(whole.Id, [.. promised.Select(part => part.Commitment)], consent), .. promised, .. asked];
    }
}
