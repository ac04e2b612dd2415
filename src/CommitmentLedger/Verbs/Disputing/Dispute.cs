namespace CommitmentLedger.Commands;

/// <summary>Records that the customer says it is not done. The promise stands again, held to the date that was told: a "done" that was none gave us no time.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's own account; it is kept beside ours.</param>
public sealed record Dispute(CommitmentId Commitment, Words Words) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.Dispute;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        CommitmentClock reopened = commitment.Clock.Reopen(at.OccurredAt).Value;
        return at.TryComputeDueTimes(commitment, reopened, out DueTimes? dueTimes) is { } untimely
            ? untimely
            : [new Disputed(Commitment, Words) { DueTimes = dueTimes }, .. Remainders(commitment, record, at)];
    }

    /// <summary>
    /// The whole is owed again, and with it what was owed in its place, split or carried forward as that may be. A team that was asked to
    /// take that over is asked for the whole.
    /// </summary>
    private List<LedgerEvent> Remainders(Commitment whole, CustomerRecord record, Circumstances at)
    {
        var dropped = new List<LedgerEvent>();
        PendingHandoff? asked = null;
        var from = new HashSet<CommitmentId> { Commitment };
        foreach (Commitment open in record.Open)
        {
            if (open.Lineage is not { Kind: not LineageKind.AnswerTo } lineage || !from.Contains(lineage.From)) continue;
            from.Add(open.Id);
            dropped.Add(new Superseded(open.Id));
            asked ??= open.Handoff;
        }

        return [.. dropped, .. HandoffOffered.Anew(asked, whole.Id, whole.Owner, at, whole.HeldDue)];
    }
}
